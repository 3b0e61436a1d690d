import { describe, expect, test } from 'vitest';
import type { BrowserCity } from '../browser-city.ts';

/** All of it is about signing in. */
const isNew = { isNew: true };

export function sessionStory(city: () => BrowserCity): void {
  describe('signing in and out', () => {
    test('the office signs in, sees its pages and in them no barrier, and signs out', async () => {
      const office = await city().official('office-1', '', isNew);
      const { page } = office;
      await page.getByRole('heading', { level: 1, name: '首页' }).waitFor();
      await office.findsNoBarrier();
      await page.getByRole('link', { name: '名单', exact: true }).click();
      await page.getByRole('cell', { name: '平湖第1科技有限公司' }).waitFor();
      await office.findsNoBarrier();
      await office.screenshot('list');
      await office.button('退出登录').click();
      await office.button('登录').waitFor();
      await office.findsNoBarrier();
      await office.leaves();
    });

    test('a reload keeps place and filter, and asks nobody who they are again', async () => {
      const office = await city().official('office-1', '#/enterprises?q=平湖第3', isNew);
      await office.page.getByRole('cell', { name: '平湖第3科技有限公司' }).waitFor();
      await office.page.reload();
      await office.page.getByRole('cell', { name: '平湖第3科技有限公司' }).waitFor();
      expect(office.page.url()).toContain('#/enterprises?q=');
      await office.leaves();
    });

    test('no token is kept where a script of tomorrow could find it', async () => {
      const office = await city().official('office-1', '', isNew);
      await office.page.getByRole('heading', { level: 1, name: '首页' }).waitFor();
      const kept = await office.page.evaluate(
        'JSON.stringify([{ ...localStorage }, { ...sessionStorage }, document.cookie])',
      );
      expect(kept).not.toMatch(/eyJ|access_token|id_token/);
      await office.leaves();
    });

    test('in English by a switch', async () => {
      const auditor = await city().official('auditor-1', '#/enterprises', { ...isNew, language: 'en' });
      await auditor.page.getByRole('heading', { level: 1, name: 'List' }).waitFor();
      await auditor.findsNoBarrier();
      await auditor.leaves();
    });
  });
}
