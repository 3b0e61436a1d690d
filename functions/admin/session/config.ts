import type { PageConfig } from '../../../shared/contracts/page-config.ts';

/** Reads the configuration. @throws Error when it is not there: then nothing works. */
export async function loadConfig(): Promise<PageConfig> {
  const response = await fetch(new URL('config.json', document.baseURI), { cache: 'no-store' });
  if (!response.ok) throw new Error(`config.json: ${response.status}`);
  return (await response.json()) as PageConfig;
}
