import { describe, expect, test } from 'vitest';
import type { BrowserCity } from '../browser-city.ts';
import { everyPage } from '../every-page.ts';
import type { Language } from '../official.ts';

export function everywhereStory(city: () => BrowserCity): void {
  describe('every page', () => {
    test('opens without a barrier, in Chinese and in English', async () => {
      const { places, votes } = await everyPage(city());
      for (const [who, seen] of [
        ['office-1', places],
        ['member-science', votes],
      ] as const) {
        const official = await city().official(who, '', { isNew: true });
        let language: Language = 'zh';
        const look = async (place: string): Promise<void> => {
          await official.rests();
          await official.page.getByRole('heading', { level: 1 }).first().waitFor();
          await official.findsNoBarrier(`${place} in ${language}`);
          await official.screenshot(`page-${language}${place.replaceAll('/', '-')}`);
        };
        for (const place of seen) {
          // In the language of the page before it, then in the other, with the mouse on the switch.
          await official.goes(place);
          await look(place);
          language = language === 'zh' ? 'en' : 'zh';
          await official.switchesTo(language);
          await look(place);
        }
        await official.leaves();
      }
    });

    test('verifies a history, and says of a place that is none that it is none', async () => {
      const auditor = await city().official('auditor-1', '#/audit');
      await auditor.button('验证').click();
      await auditor.page.getByText(/条记录全部一致。$/).waitFor();
      await auditor.goes('/nowhere');
      await auditor.page.getByText('没有这个页面', { exact: true }).first().waitFor();
      await auditor.findsNoBarrier();
      await auditor.leaves();
    });

    test('fits a phone: nothing is wider than the screen', async () => {
      const member = await city().official('member-science', '', { width: 390, height: 844 });
      for (const path of ['/', '/enterprises', '/meetings', '/fund']) {
        await member.goes(path);
        await member.rests();
        expect(await member.page.evaluate('document.documentElement.scrollWidth <= innerWidth'), path).toBe(true);
      }
      await member.button('菜单').click();
      await member.page.getByRole('dialog').getByRole('link', { name: '资金' }).waitFor();
      await member.findsNoBarrier();
      await member.screenshot('phone-menu');
      await member.leaves();
    });
  });
}
