import type { IncomingMessage } from 'node:http';
import { jsonReply, type Reply } from '../gateway/reply.ts';
import { createAuthorizeEndpoint, logout } from './authorize-endpoint.ts';
import { AuthorizationCodes } from './codes.ts';
import { createTokenEndpoint } from './token-endpoint.ts';
import type { TokenIssuer } from './tokens.ts';

export type Endpoint = (request: IncomingMessage) => Promise<Reply> | Reply;

/** The local OIDC issuer's calls, by method and path. Nothing of it is deployed. */
export function issuerEndpoints(tokens: TokenIssuer): ReadonlyMap<string, Endpoint> {
  const { issuer, keys } = tokens;
  const codes = new AuthorizationCodes();
  const authorize = createAuthorizeEndpoint(issuer, codes);
  const discovery = {
    issuer,
    authorization_endpoint: `${issuer}/oauth2/authorize`,
    token_endpoint: `${issuer}/oauth2/token`,
    jwks_uri: `${issuer}/oauth2/jwks`,
    end_session_endpoint: `${issuer}/oauth2/logout`,
    response_types_supported: ['code'],
    grant_types_supported: ['client_credentials', 'authorization_code'],
    subject_types_supported: ['public'],
    id_token_signing_alg_values_supported: ['RS256'],
    token_endpoint_auth_methods_supported: ['client_secret_post', 'client_secret_basic', 'none'],
    code_challenge_methods_supported: ['S256'],
    scopes_supported: ['openid', 'profile'],
    claims_supported: ['sub', 'name', 'org', 'roles'],
  };
  return new Map<string, Endpoint>([
    ['GET /.well-known/openid-configuration', () => jsonReply(200, discovery)],
    ['GET /oauth2/jwks', () => jsonReply(200, keys.published)],
    ['POST /oauth2/token', createTokenEndpoint(tokens, codes)],
    ['GET /oauth2/authorize', authorize],
    ['POST /oauth2/authorize', authorize],
    ['GET /oauth2/logout', (request) => logout(request, issuer)],
  ]);
}
