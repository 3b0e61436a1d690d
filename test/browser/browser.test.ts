import { afterAll, beforeAll, describe } from 'vitest';
import { type BrowserCity, openBrowserCity } from './browser-city.ts';
import { findChromium } from './chromium.ts';
import { conferenceStory } from './stories/conference.ts';
import { enteringStory } from './stories/entering.ts';
import { everywhereStory } from './stories/everywhere.ts';
import { filtersStory } from './stories/filters.ts';
import { listImportStory } from './stories/list-import.ts';
import { loanImportStory } from './stories/loan-import.ts';
import { longImportStory } from './stories/long-import.ts';
import { policyStory } from './stories/policy.ts';
import { reviewStory } from './stories/review.ts';
import { sessionStory } from './stories/session.ts';

const executablePath = findChromium();

/** All in one file, so that the whole folder shares one system and one browser; each story is a file of its own. */
// A whole conference is seven sign-ins; machines are shared.
describe.skipIf(executablePath === null)('the officials’ page in a browser', { timeout: 240_000 }, () => {
  let city: BrowserCity;
  beforeAll(async () => {
    city = await openBrowserCity(executablePath ?? '');
  }, 300_000);
  afterAll(() => city?.close());

  const stories = {
    sessionStory,
    filtersStory,
    listImportStory,
    longImportStory,
    loanImportStory,
    reviewStory,
    conferenceStory,
    policyStory,
    enteringStory,
    everywhereStory,
  };
  for (const story of Object.values(stories)) story(() => city);
});
