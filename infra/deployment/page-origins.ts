import type { Stack } from 'aws-cdk-lib';
import { pageHostOf, type Settings } from './settings.ts';

/**
 * Whose pages may send documents to the bucket: the officials' page and those that the city names. Without a domain the
 * page's host is only known when it has been made, so its service's suffix stands for it until the city has a domain.
 */
export function pageOriginsOf(settings: Settings, { region, urlSuffix }: Stack): readonly string[] {
  const inCloudFront = pageHostOf(settings) === 'cloudfront';
  const domain = inCloudFront ? settings.page.domain : settings.domain;
  const unnamed = inCloudFront ? 'https://*.cloudfront.net' : `https://*.execute-api.${region}.${urlSuffix}`;
  return [domain ? `https://${domain.name}` : unnamed, ...settings.pageOrigins];
}
