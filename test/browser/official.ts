import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import type { Browser, Locator, Page, Route } from 'playwright-core';
import { expect } from 'vitest';

const axe = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');

interface AxeFinding {
  readonly id: string;
  readonly impact: string;
  readonly nodes: readonly { readonly target: readonly string[]; readonly failureSummary: string }[];
}

export type Language = 'zh' | 'en';

export interface OfficialOptions {
  readonly width?: number;
  readonly height?: number;
  readonly language?: Language;
  /** What is done when they leave; the browser context is closed by default. */
  readonly leave?: (official: Official) => Promise<void>;
}

/** A place that is none: the page says so, and asks for nothing. */
const nowhere = '/nowhere';

/** Somebody at a browser of their own, signed in to the page as one of the local clients. */
export class Official {
  readonly page: Page;
  readonly #url: string;
  readonly #leave: NonNullable<OfficialOptions['leave']>;
  /** What the page should never do: errors, and what the Content-Security-Policy stopped. */
  readonly faults: string[] = [];
  /** Requests so far, and those that are not answered yet. */
  #asked = 0;
  #open = 0;

  private constructor(url: string, page: Page, leave: OfficialOptions['leave']) {
    this.#url = url;
    this.#leave = leave ?? (() => page.context().close());
    this.page = page;
    page.on('request', () => {
      this.#asked += 1;
      this.#open += 1;
    });
    page.on('requestfinished', () => {
      this.#open -= 1;
    });
    page.on('requestfailed', () => {
      this.#open -= 1;
    });
    page.on('pageerror', (error) => this.faults.push(error.stack ?? error.message));
    page.on('console', (message) => {
      // A refusal of the API is an answer; the browser notes its status as an error all the same.
      if (message.type() !== 'error' || /Failed to load resource/.test(message.text())) return;
      this.faults.push(message.text());
    });
  }

  /** Opens a browser context and signs in, at a place in the page. */
  static async signedIn(
    browser: Browser,
    url: string,
    who: string,
    hash = '',
    { width = 1366, height = 768, language = 'zh', leave }: OfficialOptions = {},
  ): Promise<Official> {
    const viewport = { width, height };
    // Still, so that nothing is looked at while it fades.
    const context = await browser.newContext({ viewport, locale: 'zh-CN', reducedMotion: 'reduce' });
    context.setDefaultTimeout(30_000);
    const official = new Official(url, await context.newPage(), leave);
    const { page } = official;
    await page.goto(`${url}/admin/${hash}`);
    if (language === 'en') await official.switchesTo('en');
    await page.getByRole('button', { name: language === 'zh' ? '登录' : 'Sign in' }).click();
    await official.chooses(who);
    return official;
  }

  /** On the issuer's page: who to be. */
  async chooses(who: string): Promise<void> {
    await this.page.locator(`button[value="${who}"]`).click();
    await this.page.getByRole('main').waitFor();
  }

  /** Reads on in the other language, by the button that names it. */
  async switchesTo(language: Language): Promise<void> {
    await this.button({ zh: '中文', en: 'English' }[language]).click();
    await this.page.locator(`html[lang^="${language}"]`).waitFor({ state: 'attached' });
  }

  /** Goes to a place in the page and waits for its heading. */
  async goes(hash: string, heading?: string): Promise<void> {
    await this.page.evaluate(`location.hash = ${JSON.stringify(hash)}`);
    if (heading !== undefined) await this.page.getByRole('heading', { level: 1, name: heading }).waitFor();
  }

  /** Waits until all that was asked for is answered and shown, and nothing more is asked for a moment. */
  async rests(): Promise<void> {
    for (let round = 0; round < 200; round += 1) {
      const before = this.#asked;
      await this.page.waitForTimeout(150);
      if (this.#open > 0 || this.#asked !== before) continue;
      if ((await this.page.locator('main .ant-spin-spinning').count()) === 0) return;
    }
    throw new Error(`The page does not come to rest at ${this.page.url()}`);
  }

  /** By keyboard alone: Tab after Tab until what has the focus says so. */
  async tabsTo(text: string): Promise<void> {
    for (let tabs = 0; tabs < 40; tabs += 1) {
      await this.page.keyboard.press('Tab');
      if ((await this.page.evaluate('document.activeElement.textContent.trim()')) === text) return;
    }
    throw new Error(`No Tab leads to ${text}`);
  }

  button(name: string | RegExp): Locator {
    return this.page.getByRole('button', { name, exact: typeof name === 'string' });
  }

  /** From now on the API takes this browser's token no more, as when its time is over. */
  async loseToken(): Promise<void> {
    const refuse = (route: Route): Promise<void> =>
      route.fulfill({
        status: 401,
        contentType: 'application/problem+json',
        body: '{"code":"unauthenticated","detail":"-"}',
      });
    await this.page.route('**/v1/**', refuse);
    // Whoever signs in again has a new one.
    await this.page.route('**/oauth2/token', async (route) => {
      await this.page.unroute('**/v1/**', refuse);
      await route.continue();
    });
  }

  /** Fails where axe finds what keeps somebody from using what is on the screen now. */
  async findsNoBarrier(place = ''): Promise<void> {
    if (!(await this.page.evaluate('"axe" in window'))) await this.page.evaluate(axe);
    const { violations } = (await this.page.evaluate(
      'axe.run(document, { preload: false, resultTypes: ["violations"], runOnly: ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "best-practice"] })',
    )) as { violations: AxeFinding[] };
    const grave = violations
      .filter(({ impact }) => impact === 'serious' || impact === 'critical')
      .flatMap(({ id, nodes }) =>
        nodes.map(({ target, failureSummary }) => `${id} ${target.join(' ')}: ${failureSummary}`),
      );
    expect(grave, place).toEqual([]);
  }

  /** Kept where SCREENSHOTS names a folder, so that somebody can look at what the tests saw. */
  async screenshot(name: string): Promise<void> {
    const folder = process.env.SCREENSHOTS;
    if (folder !== undefined) await this.page.screenshot({ path: `${folder}/${name}.png` });
  }

  /** Has done what they came for; whatever went wrong unseen is told now. */
  async leaves(): Promise<void> {
    await this.#leave(this);
    expect(this.faults.splice(0)).toEqual([]);
  }

  /** Stays signed in where nothing is shown, so that whatever is opened next is read anew. */
  async waits(): Promise<void> {
    await this.page.unrouteAll();
    await this.goes(nowhere);
    await this.page.getByRole('main').locator('.ant-result').waitFor();
  }

  /** After waiting: to a place in the page, in a language. */
  async comesBack(hash = '', language: Language = 'zh'): Promise<void> {
    if (!(await this.page.locator(`html[lang^="${language}"]`).count())) await this.switchesTo(language);
    await this.goes(hash);
  }

  get url(): string {
    return this.#url;
  }
}
