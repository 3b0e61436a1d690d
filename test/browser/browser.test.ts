import { afterAll, beforeAll, describe } from 'vitest';
import { type BrowserCity, openBrowserCity } from './browser-city.ts';
import { findChromium } from './chromium.ts';
import { listImportStory } from './stories/list-import.ts';
import { sessionStory } from './stories/session.ts';

const executablePath = findChromium();

/** All in one file, so that the whole folder shares one system and one browser; each story is a file of its own. */
describe.skipIf(executablePath === null)('the officials’ page in a browser', () => {
  let city: BrowserCity;
  beforeAll(async () => {
    city = await openBrowserCity(executablePath ?? '');
  });
  afterAll(() => city?.close());

  const stories = { sessionStory, listImportStory };
  for (const story of Object.values(stories)) story(() => city);
});
