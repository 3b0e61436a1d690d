import { type Browser, chromium } from 'playwright-core';
import { Api } from '../support/api.ts';
import { prepareCity } from '../support/city.ts';
import { creditCode } from '../support/fixtures.ts';
import { type RunningSystem, removeFolder, startSystem } from '../support/system.ts';
import { chromiumArguments } from './chromium.ts';
import type { Official } from './official.ts';
import { Officials, type OfficialsOptions } from './officials.ts';

/** One system and one browser for all tests of the page. */
export interface BrowserCity {
  readonly api: Api;
  readonly url: string;
  /** Thirty enterprises on the list. */
  readonly codes: readonly string[];
  official(who: string, hash?: string, options?: OfficialsOptions): Promise<Official>;
  close(): Promise<void>;
}

export async function openBrowserCity(executablePath: string): Promise<BrowserCity> {
  const [system, browser]: [RunningSystem, Browser] = await Promise.all([
    startSystem(),
    chromium.launch({ executablePath, args: chromiumArguments, env: { ...process.env, LANGUAGE: 'zh_CN' } }),
  ]);
  const api = new Api(system.url);
  const codes = Array.from({ length: 30 }, (_, index) => creditCode(index + 1));
  await prepareCity(api, codes);
  const officials = new Officials(browser, system.url);
  return {
    api,
    url: system.url,
    codes,
    official: (who, hash, options) => officials.come(who, hash, options),
    close: async () => {
      await browser.close();
      await system.stop();
      removeFolder(system.folder);
    },
  };
}
