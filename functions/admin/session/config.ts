/** Where the API and the issuer are: `config.json` beside the page, written by who hosts it. */
export interface PageConfig {
  /** The OIDC issuer, any that publishes its discovery document. */
  readonly issuer: string;
  readonly clientId: string;
  /** Asked of the issuer; `openid profile` unless told. */
  readonly scope?: string;
  /** Before every path; "" where page and API share an origin. */
  readonly apiUrl: string;
  /** The claims that say who somebody is; `name`, `org` and `roles` unless told. */
  readonly claims?: { readonly name?: string; readonly org?: string; readonly roles?: string };
  /** The parameter of the issuer's sign-out that Cognito asks for in place of the standard's. */
  readonly signOutWith?: 'logout_uri';
}

/** Reads the configuration. @throws Error when it is not there: then nothing works. */
export async function loadConfig(): Promise<PageConfig> {
  const response = await fetch(new URL('config.json', document.baseURI), { cache: 'no-store' });
  if (!response.ok) throw new Error(`config.json: ${response.status}`);
  return (await response.json()) as PageConfig;
}
