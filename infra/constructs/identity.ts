import { CfnOutput, CfnParameter, type Stack } from 'aws-cdk-lib';
import type { Construct } from 'constructs';
import type { PageConfig } from '../../shared/contracts/page-config.ts';
import { pageConfigOf, pageConfigOfUserPool } from '../deployment/page-config.ts';
import type { Settings } from '../deployment/settings.ts';
import { signInPrefix, userPool } from './user-pool.ts';

/** Whose tokens the API takes, and how the officials' page gets one. */
export interface Identity {
  readonly issuer: string;
  /** Whom a token must be for. */
  readonly audience: string;
  readonly page: PageConfig;
}

/** Origins that the page calls to sign its user in. */
export function signInOriginsOf(settings: Settings, stack: Stack): readonly string[] {
  const { identity } = settings;
  if (identity) return [new URL(identity.issuer).origin, ...identity.tokenOrigins];
  const { region, urlSuffix } = stack;
  return [
    `https://cognito-idp.${region}.${urlSuffix}`,
    `https://${signInPrefix(settings, stack)}.auth.${region}.amazoncognito.com`,
  ];
}

/** The city's own issuer, or a user pool of ours, whose users come back to the page's addresses after they have signed in. */
export function identityOf(scope: Construct, settings: Settings, pageAddresses: readonly string[]): Identity {
  if (settings.identity) return givenIssuer(scope, settings.identity);
  const { pool, client } = userPool(scope, 'Users', { settings, pageAddresses });
  new CfnOutput(scope, 'UserPoolId', { value: pool.userPoolId });
  new CfnOutput(scope, 'UserPoolClientId', { value: client.userPoolClientId });
  const { userPoolProviderUrl: issuer } = pool;
  const audience = client.userPoolClientId;
  return { issuer, audience, page: pageConfigOfUserPool(issuer, audience) };
}

/** As parameters, so that one machine can be its own issuer under the same template. */
function givenIssuer(scope: Construct, identity: NonNullable<Settings['identity']>): Identity {
  const { issuer, audience } = identity;
  const issuerParameter = new CfnParameter(scope, 'OidcIssuer', {
    description: 'Address of the OIDC issuer whose tokens are taken, without a slash at the end',
    default: issuer,
  });
  const audienceParameter = new CfnParameter(scope, 'OidcAudience', {
    description: 'Audience that a token must name',
    default: audience,
  });
  issuerParameter.overrideLogicalId('OidcIssuer');
  audienceParameter.overrideLogicalId('OidcAudience');
  return {
    issuer: issuerParameter.valueAsString,
    audience: audienceParameter.valueAsString,
    page: pageConfigOf(identity),
  };
}
