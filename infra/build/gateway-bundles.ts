import { cp, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { pageFolderName } from '../../shared/platform/page-endpoint.ts';
import { pageEntry } from '../constructs/page-function.ts';
import { authorizeEntry } from '../constructs/rest-gateway.ts';
import { type Bundles, bundleFunctions } from './bundle.ts';

/** What some gateways need beside the functions of the route table: who checks tokens, and who serves the page. */
export const gatewayEntries = [authorizeEntry, pageEntry] as const;

/** Adds the functions of gateways; the built page lies beside the code of the one that serves it. */
export async function withGatewayBundles(bundles: Bundles, outputFolder: string, page: string): Promise<Bundles> {
  await rm(outputFolder, { recursive: true, force: true });
  const added = await bundleFunctions(outputFolder, { maps: true, entries: gatewayEntries });
  await cp(page, join(added.get(pageEntry) ?? '', pageFolderName), { recursive: true });
  return new Map([...bundles, ...added]);
}
