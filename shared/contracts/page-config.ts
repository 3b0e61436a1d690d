/** Where the API and the issuer are: `config.json` beside the page, written by who hosts it. */
export interface PageConfig {
  /** The OIDC issuer, any that publishes its discovery document. */
  readonly issuer: string;
  readonly clientId: string;
  /** Asked of the issuer; `openid profile` by default. */
  readonly scope?: string;
  /** Before every path; "" where page and API share an origin. */
  readonly apiUrl: string;
  /** Where users come back to when they have signed in or out, from the page's folder; by default the folder itself. */
  readonly home?: 'index.html';
  /** Which token the API takes; by default the access token. Cognito puts a user's organisation into the ID token alone. */
  readonly apiToken?: 'id_token';
  /** The claims that say who somebody is; by default `name`, `org` and `roles`. */
  readonly claims?: { readonly name?: string; readonly org?: string; readonly roles?: string };
  /** The parameter of the issuer's sign-out that Cognito asks for in place of the standard's. */
  readonly signOutWith?: 'logout_uri';
}
