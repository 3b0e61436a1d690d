import { Duration, RemovalPolicy, type Stack } from 'aws-cdk-lib';
import {
  AccountRecovery,
  CfnUserPoolGroup,
  ClientAttributes,
  FeaturePlan,
  Mfa,
  OAuthScope,
  StandardThreatProtectionMode,
  StringAttribute,
  UserPool,
  type UserPoolClient,
} from 'aws-cdk-lib/aws-cognito';
import type { Construct } from 'constructs';
import { roles } from '../../shared/contracts/route.ts';
import type { Settings } from '../deployment/settings.ts';

export interface UserPoolProps {
  readonly settings: Pick<Settings, 'city'>;
  /** Where users may come back to when they have signed in or out. */
  readonly pageAddresses: readonly string[];
}

/** Before the host name of the pool's own sign-in page. */
export const signInPrefix = ({ city }: Pick<Settings, 'city'>, { account }: Stack): string =>
  `${city}-loans-${account}`;

/**
 * Users of a city that has no OIDC issuer of its own: nobody signs up by themselves, everybody has a second factor, a
 * user's groups are the roles, and `custom:org` names the organisation, which only an administrator can set.
 */
export function userPool(
  scope: Construct,
  id: string,
  { settings, pageAddresses }: UserPoolProps,
): { readonly pool: UserPool; readonly client: UserPoolClient } {
  const pool = new UserPool(scope, id, {
    selfSignUpEnabled: false,
    signInAliases: { email: true },
    accountRecovery: AccountRecovery.EMAIL_ONLY,
    mfa: Mfa.REQUIRED,
    mfaSecondFactor: { otp: true, sms: false },
    passwordPolicy: {
      minLength: 12,
      requireDigits: true,
      requireLowercase: true,
      requireUppercase: true,
      requireSymbols: true,
      tempPasswordValidity: Duration.days(3),
    },
    featurePlan: FeaturePlan.PLUS,
    standardThreatProtectionMode: StandardThreatProtectionMode.FULL_FUNCTION,
    customAttributes: { org: new StringAttribute({ mutable: true, minLen: 1, maxLen: 64 }) },
    deletionProtection: true,
    removalPolicy: RemovalPolicy.RETAIN,
  });
  pool.addDomain('SignIn', { cognitoDomain: { domainPrefix: signInPrefix(settings, pool.stack) } });
  for (const role of roles) {
    new CfnUserPoolGroup(scope, `Role-${role}`, { userPoolId: pool.userPoolId, groupName: role });
  }
  const client = pool.addClient('Page', {
    authFlows: { userSrp: true },
    generateSecret: false,
    oAuth: {
      flows: { authorizationCodeGrant: true },
      scopes: [OAuthScope.OPENID, OAuthScope.PROFILE],
      callbackUrls: [...pageAddresses],
      logoutUrls: [...pageAddresses],
    },
    readAttributes: new ClientAttributes()
      .withStandardAttributes({ email: true, fullname: true })
      .withCustomAttributes('org'),
    // Without a list a user could give itself to another organisation.
    writeAttributes: new ClientAttributes().withStandardAttributes({ locale: true }),
    preventUserExistenceErrors: true,
    enableTokenRevocation: true,
    accessTokenValidity: Duration.hours(1),
    idTokenValidity: Duration.hours(1),
    refreshTokenValidity: Duration.hours(12),
    // Each is good once, but for an answer that is lost on its way: a stolen one shows itself, as the owner's next one fails.
    refreshTokenRotationGracePeriod: Duration.seconds(10),
  });
  return { pool, client };
}
