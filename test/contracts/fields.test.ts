import { describe, expect, test } from 'vitest';
import * as z from 'zod/mini';
import { fieldMessage } from '../../shared/contracts/field-messages.ts';
import {
  CreditCode,
  Day,
  Fen,
  Id,
  InstitutionId,
  PositiveFen,
  pageQuery,
  ShortText,
  Text,
  Word,
} from '../../shared/contracts/fields.ts';
import { CreateInstitution } from '../../shared/contracts/institutions.ts';
import { PolicyParameters } from '../../shared/contracts/policies.ts';
import { routes } from '../../shared/contracts/routes.ts';
import { builtInPolicies } from '../../shared/domain/built-in-policies.ts';
import { creditCode } from '../support/fixtures.ts';

const takes = (schema: z.ZodMiniType, value: unknown): boolean => schema.safeParse(value).success;
const code = creditCode(1);
const wide = (text: string): string =>
  text.replace(/[!-~]/g, (character) => String.fromCharCode(character.charCodeAt(0) + 0xfee0));

describe('a field', () => {
  test.each([
    [code, true],
    [code.toLowerCase(), true],
    [wide(code), true],
    [` ${wide(code.toLowerCase())}　`, true],
    [code.slice(0, 17), false],
    [`${code}0`, false],
    [code.replace(/.$/, (last) => (last === '0' ? '1' : '0')), false],
    [code.replace('91', 'I1'), false],
    ['', false],
    [Number(1), false],
  ] as const)('that is a credit code takes %j: %s, and gives it in its one form', (value, taken) => {
    const result = CreditCode.safeParse(value);
    expect(result.success).toBe(taken);
    if (result.success) expect(result.data).toBe(code);
  });

  test.each([
    [1, true],
    [Number.MAX_SAFE_INTEGER, true],
    [0, false],
    [-0, false],
    [1.5, false],
    [Number.MAX_SAFE_INTEGER + 1, false],
    [1e300, false],
    ['1', false],
    [true, false],
    [Number.NaN, false],
  ] as const)('of money takes %j: %s', (value, taken) => {
    expect(takes(PositiveFen, value)).toBe(taken);
  });

  test('of money that may be nothing takes 0 and nothing below', () => {
    expect([takes(Fen, 0), takes(Fen, -1)]).toEqual([true, false]);
  });

  test.each([
    ['x', true],
    ['x'.repeat(2000), true],
    [` ${'x'.repeat(2000)} `, true],
    ['x'.repeat(2001), false],
    ['', false],
    ['　\n\t', false],
  ] as const)('of free text takes 1 to 2,000 characters and not the blanks around them', (value, taken) => {
    expect(takes(Text, value)).toBe(taken);
  });

  test.each([
    ['买\u0000设\u202e备\u200b', '买设备', 'what nobody sees is left out'],
    ['一\r\n二\r三\n\n四\u2028五', '一\n二\n三\n\n四\n五', 'lines stay, however they end'],
    ['一\t二', '一 二', 'a tab is a space'],
    ['\u200b 研发 \ufeff\n', '研发', 'the ends are trimmed after that'],
    ['𬭎\u{20bb7}', '𬭎𠮷', 'a rare character is whole'],
    [`${'x'.repeat(2000)}${'\u200b'.repeat(9)}`, 'x'.repeat(2000), 'what nobody sees counts for nothing'],
  ])('of free text keeps of %j what is read: %j, %s', (given, kept) => {
    expect(Text.parse(given)).toBe(kept);
  });

  test.each(['\u200b', '\u202e\u2066', '\u0000', ' \u200b\u0007\n '])('of free text is not filled by %j', (given) => {
    expect([takes(Text, given), takes(ShortText, given)]).toEqual([false, false]);
  });

  test('of a number is one line without what nobody sees', () => {
    expect(ShortText.parse(' 平农\u200b借\u202e〔2026〕\n\t1\u0000号 ')).toBe('平农 借 〔2026〕 1 号');
  });

  test('of a day takes days that exist, an id what the server makes, a word what the policy names', () => {
    expect([takes(Day, '2024-02-29'), takes(Day, '2023-02-29'), takes(Day, '2024-02-29T00:00:00Z')]).toEqual([
      true,
      false,
      false,
    ]);
    expect([takes(Id, 'app-01M84FYP8E5GAC4B6NWJ59D50W'), takes(Id, 'a/b'), takes(Id, '-a'), takes(Id, '')]).toEqual([
      true,
      false,
      false,
      false,
    ]);
    expect([
      takes(InstitutionId, 'talent-guarantee'),
      takes(InstitutionId, 'RCB'),
      takes(InstitutionId, 'rcb '),
    ]).toEqual([true, false, false]);
    expect([takes(Word, 'high-tech'), takes(Word, 'High'), takes(Word, '__proto__')]).toEqual([true, false, false]);
  });

  test('that nobody knows is refused, also one that every object inherits', () => {
    const body = `{"institutionId":"rcb","name":"x","kind":"bank","creditCode":"${code}"}`;
    expect(takes(CreateInstitution, JSON.parse(body))).toBe(true);
    for (const name of ['__proto__', 'constructor', 'toString', 'extra']) {
      expect(takes(CreateInstitution, JSON.parse(body.replace('{', `{"${name}":{},`)))).toBe(false);
    }
  });
});

describe('the message of a field', () => {
  const codes = [
    'json-invalid',
    'json-not-interchangeable',
    'json-too-deep',
    'date-invalid',
    'credit-code-invalid',
    'reason-required',
    'rates-differ',
    'descriptions-too-long',
    'if-match-invalid',
  ];
  test.each(codes)('%s is in the caller’s language', (name) => {
    expect(fieldMessage('zh', name, {})).toMatch(/\p{Script=Han}/u);
    expect(fieldMessage('en', name, {})).not.toMatch(/\p{Script=Han}/u);
  });

  test.each([
    ['too-small', { minimum: 1, origin: 'number' }, '1'],
    ['too-small', { minimum: 1, origin: 'string' }, '1 characters'],
    ['too-big', { maximum: 20, origin: 'array' }, '20 entries'],
    ['too-big', { maximum: 2000, origin: 'string' }, '2000 characters'],
    ['invalid-value', { values: ['credit', 'pledge'] }, 'credit, pledge'],
    ['invalid-format', { pattern: '/^x$/' }, '/^x$/'],
    ['unrecognized-keys', { keys: ['extra'] }, 'extra'],
    ['invalid-type', { expected: 'int' }, 'int'],
    ['a-new-code', {}, 'a-new-code'],
  ])('%s says what would be right', (name, issue, words) => {
    expect(fieldMessage('en', name, issue)).toContain(words);
  });
});

describe('the contract', () => {
  test('has each call once, under one name, with at least one way to answer', () => {
    const calls = routes.map(({ method, path }) => `${method} ${path}`);
    expect(new Set(calls).size).toBe(calls.length);
    expect(new Set(routes.map(({ operationId }) => operationId)).size).toBe(routes.length);
    for (const { replies } of routes) expect(Object.keys(replies)).not.toEqual([]);
  });

  test('names the parameters of a path as the path does, and asks a body of commands alone', () => {
    for (const { path, pathParameters, method, body } of routes) {
      const named = [...path.matchAll(/\{(\w+)\}/g)].map((match) => match[1]);
      expect(Object.keys((pathParameters as z.ZodMiniObject | undefined)?.shape ?? {}), path).toEqual(named);
      expect(body === undefined || method === 'POST', path).toBe(true);
    }
  });

  test('takes the built-in versions’ parameters as they are', () => {
    for (const { parameters } of builtInPolicies) expect(PolicyParameters.parse(parameters)).toEqual(parameters);
  });
});

// `1e1` and `0x2` were taken for 10 and 2: whatever JavaScript takes for a number was a page size.
test.each(['1e1', '0x2', ' 5', '5 ', '+5', '05', '5.0', '', '0', '201', '-1'])('%j is no page size', (limit) => {
  expect(z.strictObject(pageQuery).safeParse({ limit }).success).toBe(false);
});

test.each([
  [{}, 50],
  [{ limit: '1' }, 1],
  [{ limit: '200' }, 200],
])('%j is a page of %i', (query, size) => {
  expect(z.strictObject(pageQuery).parse(query)).toEqual({ limit: size });
});
