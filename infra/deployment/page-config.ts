import type { PageConfig } from '../../shared/contracts/page-config.ts';
import type { Settings } from './settings.ts';

/** The page's `config.json` for a city's own issuer; page and API always share an origin. */
export const pageConfigOf = ({ issuer, pageClientId, claims }: NonNullable<Settings['identity']>): PageConfig => ({
  issuer,
  clientId: pageClientId,
  apiUrl: '',
  claims: { name: claims.name, org: claims.org, roles: claims.roles },
});

/** The same for a Cognito user pool of ours. */
export const pageConfigOfUserPool = (issuer: string, clientId: string): PageConfig => ({
  issuer,
  clientId,
  apiUrl: '',
  apiToken: 'id_token',
  claims: { org: 'custom:org', roles: 'cognito:groups' },
  signOutWith: 'logout_uri',
});
