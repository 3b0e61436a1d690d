import { existsSync } from 'node:fs';

/** First the one that draws no windows: a third less work. */
const places = [
  '/usr/bin/chromium-headless-shell',
  '/usr/bin/chromium',
  '/usr/bin/chromium-browser',
  '/usr/bin/google-chrome',
];

/** The browser on this machine (`CHROMIUM`, or where distributions put it); null where there is none. */
export function findChromium(): string | null {
  const named = process.env.CHROMIUM;
  const found = [...(named === undefined ? [] : [named]), ...places].find((path) => existsSync(path)) ?? null;
  if (found === null) {
    console.error(
      [
        '',
        '#'.repeat(78),
        '#  NO BROWSER: the tests of the officials’ page are SKIPPED.',
        '#  Install one:  apt-get install -y --no-install-recommends chromium-headless-shell fonts-wqy-microhei',
        '#  or name one:  CHROMIUM=/path/to/chromium npm test',
        '#'.repeat(78),
        '',
      ].join('\n'),
    );
  }
  return found;
}

export const chromiumArguments = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
  '--no-first-run',
];
