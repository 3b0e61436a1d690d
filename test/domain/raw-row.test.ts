import { describe, expect, test } from 'vitest';
import { cutRow, type RowForm } from '../../shared/domain/raw-row.ts';

type Field = 'name' | 'note' | 'fen';
const form: RowForm<Field> = { texts: ['name', 'note'], numbers: ['fen'], optional: ['note'] };
const cut = (raw: unknown) => cutRow<Field>(raw, form);

describe('a row of an import as it came (R6)', () => {
  test('is kept as texts, with nothing odd about it', () => {
    expect(cut({ name: '甲公司', note: '备注', fen: 300 })).toEqual({
      texts: { name: '甲公司', note: '备注', fen: '300' },
      odd: [],
    });
    expect(cut({})).toEqual({ texts: {}, odd: [] });
  });

  test('leaves out what is null where that is as good as left out, and calls it odd where it is not', () => {
    expect(cut({ note: null })).toEqual({ texts: {}, odd: [] });
    expect(cut({ name: null, fen: null })).toEqual({ texts: {}, odd: ['name', 'fen'] });
  });

  // What a plain value says is shown to who sent it; of a list or an object only that it was there.
  test.each([
    ['a number for a text', { name: 7 }, { name: '7' }, ['name']],
    ['a switch for a text', { name: false }, { name: 'false' }, ['name']],
    ['half a character', { name: '甲\ud800' }, { name: '甲\ufffd' }, ['name']],
    ['a text for a number', { fen: '100' }, { fen: '100' }, ['fen']],
    ['a part of a fen', { fen: 1.5 }, { fen: '1.5' }, ['fen']],
    ['more than whole numbers can tell apart', { fen: 2 ** 53 }, { fen: '9007199254740992' }, ['fen']],
    ['a list', { name: ['甲'] }, {}, ['name']],
    ['an object', { note: { zh: '甲' } }, {}, ['note']],
  ])('with %s is odd there, and keeps what can be shown', (_, raw, texts, odd) => {
    expect(cut(raw)).toEqual({ texts, odd });
  });

  test.each([null, undefined, 7, 'row', [], [{ name: '甲' }]])('that is %o is no row', (raw) => {
    expect(cut(raw)).toEqual({ texts: {}, odd: ['row'] });
  });

  test('names a field that we do not know by its first fifty characters', () => {
    expect(cut({ ['f'.repeat(50)]: 1, ['g'.repeat(51)]: 1 }).odd).toEqual([
      `unknown:${'f'.repeat(50)}`,
      `unknown:${'g'.repeat(50)}`,
    ]);
  });

  test('names five odd things and no more', () => {
    const unknown = (count: number) =>
      Object.fromEntries(Array.from({ length: count }, (_, index) => [`f${index}`, 1]));
    expect(cut(unknown(5)).odd).toHaveLength(5);
    expect(cut(unknown(6)).odd).toEqual(['unknown:f0', 'unknown:f1', 'unknown:f2', 'unknown:f3', 'unknown:f4']);
  });

  test('is cut to three hundred characters a text, and no half of one is left at the cut', () => {
    const textOf = (name: string) => cut({ name }).texts.name;
    expect(textOf('甲'.repeat(300))).toBe('甲'.repeat(300));
    expect(textOf('甲'.repeat(301))).toBe('甲'.repeat(300));
    expect(textOf(`${'甲'.repeat(299)}😀`)).toBe(`${'甲'.repeat(299)}\ufffd`);
  });
});
