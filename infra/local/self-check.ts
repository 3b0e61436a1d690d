import type { TokenCheck } from '../../shared/platform/token-check.ts';
import { clientSecret } from './issuer/clients.ts';

/**
 * Asks the issuer for a token as a client would, and the gateway's check whether it is good.
 *
 * @throws Error when either is not so.
 */
export async function checkTokens(url: string, authorize: TokenCheck): Promise<void> {
  const body = new URLSearchParams({
    grant_type: 'client_credentials',
    client_id: 'office-1',
    client_secret: clientSecret,
  });
  const response = await fetch(`${url}/oauth2/token`, { method: 'POST', body });
  const { access_token: token } = (await response.json()) as { readonly access_token?: string };
  if (!(await authorize(`Bearer ${token}`))) throw new Error('The local issuer and the authorizer do not agree');
}

/** Calls the whole chain once. @throws Error when the system does not find itself in health. */
export async function checkHealth(url: string): Promise<void> {
  const response = await fetch(`${url}/v1/health`);
  if (!response.ok) throw new Error(`The system does not serve: ${response.status} ${await response.text()}`);
}
