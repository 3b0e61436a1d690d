import type { APIGatewayAuthorizerResult, APIGatewayTokenAuthorizerEvent } from 'aws-lambda';
import { createTokenCheck, type TokenCheck } from './token-check.ts';

/** The environment variable with the address of the OIDC issuer whose tokens are taken. */
export const issuerVariable = 'OIDC_ISSUER';

/** The environment variable with the audience that a token must name. */
export const audienceVariable = 'OIDC_AUDIENCE';

/**
 * Makes the handler by which a REST API checks tokens, since it knows no issuer but Cognito. It allows every call of the API to whoever has
 * a good token, as the HTTP API's own authorizer does: roles are the functions' business.
 */
export function tokenAuthorizer() {
  let check: TokenCheck | undefined;
  return async (event: APIGatewayTokenAuthorizerEvent): Promise<APIGatewayAuthorizerResult> => {
    check ??= checkOf(process.env);
    const claims = await check(event.authorizationToken);
    // API Gateway makes a 401 of this very word, and a 500 of any other.
    if (!claims) throw new Error('Unauthorized');
    const [api = '', stage = ''] = event.methodArn.split('/');
    return {
      principalId: claims.sub ?? '',
      policyDocument: {
        Version: '2012-10-17',
        Statement: [{ Action: 'execute-api:Invoke', Effect: 'Allow', Resource: `${api}/${stage}/*` }],
      },
      context: { claims: JSON.stringify(claims), sub: claims.sub ?? '' },
    };
  };
}

function checkOf({ [issuerVariable]: issuer, [audienceVariable]: audience }: NodeJS.ProcessEnv): TokenCheck {
  if (!issuer || !audience) throw new Error(`${issuerVariable} or ${audienceVariable} is missing`);
  return createTokenCheck({ issuer, audiences: [audience] }, Date.now);
}
