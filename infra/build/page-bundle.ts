import { cp, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { pageFolderName } from '../../shared/platform/page-endpoint.ts';
import { pageEntry } from '../constructs/page-function.ts';
import { type Bundles, bundleFunctions } from './bundle.ts';

/** Adds the function that serves the page by the gateway: its code, with the built page beside it. */
export async function withPageBundle(bundles: Bundles, outputFolder: string, page: string): Promise<Bundles> {
  await rm(outputFolder, { recursive: true, force: true });
  const added = await bundleFunctions(outputFolder, { maps: true, entries: [pageEntry] });
  await cp(page, join(added.get(pageEntry) ?? '', pageFolderName), { recursive: true });
  return new Map([...bundles, ...added]);
}
