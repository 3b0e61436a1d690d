import type { Stack } from 'aws-cdk-lib';
import type { Settings } from './settings.ts';

/**
 * Whose pages may send documents to the bucket: the officials' page and those that the city names. Without a domain the
 * page's host is only known when it has been made, so its service's suffix stands for it until the city has a domain.
 */
export function pageOriginsOf(settings: Settings, { region, urlSuffix }: Stack): readonly string[] {
  const { domain, pageOrigins } = settings;
  const unnamed = `https://*.execute-api.${region}.${urlSuffix}`;
  return [domain ? `https://${domain.name}` : unnamed, ...pageOrigins];
}

/** Where the page is, for the sign-in to come back to; until the city has a domain it must be set by hand. */
export const pageAddressesOf = ({ domain, pageOrigins }: Settings): readonly string[] => {
  const origins = [...(domain ? [`https://${domain.name}`] : []), ...pageOrigins];
  return origins.length > 0 ? origins.map((origin) => `${origin}/admin/`) : ['https://localhost/admin/'];
};
