import type { IncomingMessage } from 'node:http';
import { jsonReply, type Reply } from '../gateway/reply.ts';
import { type Client, clientSecret, findClient, pageClientId } from './clients.ts';
import type { AuthorizationCodes } from './codes.ts';
import { readForm } from './form.ts';
import { type TokenIssuer, tokenSeconds } from './tokens.ts';

const uncached = { 'cache-control': 'no-store', pragma: 'no-cache' };

/** An error of RFC 6749, section 5.2. */
const oauthError = (status: number, error: string, description: string): Reply =>
  jsonReply(
    status,
    { error, error_description: description },
    {
      ...uncached,
      ...(status === 401 && { 'www-authenticate': 'Basic realm="local"' }),
    },
  );

/** `POST /oauth2/token`: client credentials for machines, authorization code with PKCE for the page. */
export function createTokenEndpoint(
  tokens: TokenIssuer,
  codes: AuthorizationCodes,
): (request: IncomingMessage) => Promise<Reply> {
  return async (request) => {
    const form = await readForm(request);
    if (!form) return oauthError(400, 'invalid_request', 'The body must be a form of at most 64 KiB');
    switch (form.get('grant_type')) {
      case 'client_credentials':
        return grantToClient(tokens, form, request.headers.authorization);
      case 'authorization_code':
        return grantToPage(tokens, codes, form);
      case null:
        return oauthError(400, 'invalid_request', 'grant_type is missing');
      default:
        return oauthError(400, 'unsupported_grant_type', 'Use client_credentials or authorization_code');
    }
  };
}

async function grantToClient(
  tokens: TokenIssuer,
  form: URLSearchParams,
  authorization: string | undefined,
): Promise<Reply> {
  const client = authenticate(form, authorization);
  if (!client) return oauthError(401, 'invalid_client', 'Unknown client or wrong secret');
  return jsonReply(
    200,
    { access_token: await tokens.accessToken(client), token_type: 'Bearer', expires_in: tokenSeconds },
    uncached,
  );
}

async function grantToPage(tokens: TokenIssuer, codes: AuthorizationCodes, form: URLSearchParams): Promise<Reply> {
  if (form.get('client_id') !== pageClientId) return oauthError(401, 'invalid_client', `Use client_id ${pageClientId}`);
  const [code, redirectUri, verifier] = ['code', 'redirect_uri', 'code_verifier'].map((name) => form.get(name) ?? '');
  const grant = codes.redeem(code ?? '', redirectUri ?? '', verifier ?? '');
  if (!grant)
    return oauthError(400, 'invalid_grant', 'The code is unknown, used or expired, or the verifier does not fit');
  const { client, nonce } = grant;
  return jsonReply(
    200,
    {
      access_token: await tokens.accessToken(client, pageClientId),
      id_token: await tokens.identityToken(client, pageClientId, nonce),
      token_type: 'Bearer',
      expires_in: tokenSeconds,
    },
    uncached,
  );
}

/** By the form, or by HTTP Basic (RFC 6749, section 2.3.1). */
function authenticate(form: URLSearchParams, authorization: string | undefined): Client | null {
  const [, basic] = /^Basic +(\S+)$/i.exec(authorization ?? '') ?? [];
  const [id, secret] =
    basic === undefined ? [form.get('client_id'), form.get('client_secret')] : basicCredentials(basic);
  return secret === clientSecret && id ? findClient(id) : null;
}

/** The last colon divides, since an enterprise's id has one of its own that not every client library escapes. */
function basicCredentials(encoded: string): [string | null, string | null] {
  const text = Buffer.from(encoded, 'base64').toString('utf8');
  const index = text.lastIndexOf(':');
  if (index < 0) return [null, null];
  // Form decoding, as the RFC asks; URLSearchParams does it without failing on a stray percent sign.
  const decode = (part: string): string | null => new URLSearchParams(`x=${part}`).get('x');
  return [decode(text.slice(0, index)), decode(text.slice(index + 1))];
}
