import type { Scene } from './context.ts';

/** Characters beyond U+FFFF: two units of a string each, and four bytes. */
const rare = ['𬭎', '𠮷', '𬭎𠮷'] as const;

/** An enterprise's name, by its code: two of three have a rare character, and one of six is as long as a name may be. */
export function nameOf(code: string, what = '科技', isLong = false): string {
  const part = Number(code.slice(13, 17));
  const middle = part % 3 === 0 ? '' : (rare[part % rare.length] ?? '');
  const name = `平湖${middle}${code.slice(10, 17)}${what}有限公司`;
  return isLong && part % 2 === 0 ? `${name}${'𬭎'.repeat(Math.floor((200 - name.length) / 2))}` : name;
}

/** A number as banks and the bureau write it: mostly plain; else wide, rare, or one that unfolds to a key's length and beyond. */
export function numberOf({ chance, isCalm }: Scene, plain: string): string {
  const wide = plain.replace(/[!-~]/g, (sign) => String.fromCharCode(sign.charCodeAt(0) + 0xfee0));
  return chance.weighted([
    [80, plain],
    [8, wide],
    [4, `${plain}𠮷`],
    // Each stands for eighteen characters: 198 and their end, 216, and 1,800.
    [3, `${'ﷺ'.repeat(10)}${plain}`],
    [isCalm ? 0 : 3, 'ﷺ'.repeat(12)],
    [isCalm ? 0 : 2, 'ﷺ'.repeat(100)],
  ]);
}
