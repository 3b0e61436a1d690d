import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { faultOfJson } from '../../shared/platform/json-form.ts';
import { membersIn, repeatedMemberIn } from '../../shared/platform/json-members.ts';

const nested = (depth: number): unknown => JSON.parse('['.repeat(depth) + ']'.repeat(depth));

describe('JSON that comes in', () => {
  test.each([[null], [1.5], ['文本𠮷'], [[]], [{ a: [{ b: null }] }], [nested(32)]])('may be kept: %j', (json) => {
    expect(faultOfJson(json, membersIn(Buffer.from(JSON.stringify(json))))).toBeNull();
  });

  test('may not be nested more than 32 levels, however deep it goes', () => {
    expect(faultOfJson(nested(33), 0)).toBe('json-too-deep');
    expect(faultOfJson(nested(100_000), 0)).toBe('json-too-deep');
  });

  test.each([
    ['half a character in a text', '{"name":"\\ud800"}'],
    ['half a character in a field’s name', '{"\\udc00":1}'],
    ['half a character deep inside', '{"rows":[["a",{"b":"x\\ud83d"}]]}'],
    ['a number beyond the range of numbers', '{"amountFen":1e400}'],
    ['a negative one', '[-1e999]'],
  ])('may not hold %s', (_, text) => {
    expect(faultOfJson(JSON.parse(text), 2)).toBe('json-not-interchangeable');
  });

  test('may name a field like what every object inherits: the schema refuses it as unknown', () => {
    expect(faultOfJson(JSON.parse('{"__proto__":{"a":1},"constructor":2}'), 3)).toBeNull();
  });
});

describe('a member that is given twice', () => {
  test.each([
    ['{"a":1,"a":1}', 'a'],
    ['{"a":1,"\\u0061":2}', 'a'],
    ['{"rows":[{"x":1},{"name":"甲","code":"b","name":"乙"}]}', 'rows.1.name'],
    ['[[{"a":{"b":[1,2,{"c":1, "c" : 2}]}}]]', '0.0.a.b.2.c'],
    ['{"":1,"":2}', ''],
    ['{"__proto__":1,"__proto__":2}', '__proto__'],
  ])('is found in %s at %j', (text, path) => {
    expect(faultOfJson(JSON.parse(text), membersIn(Buffer.from(text)))).toBe('member-repeated');
    expect(repeatedMemberIn(text)).toBe(path);
  });

  test.each([
    '{"a":{"a":{"a":1}},"b":[{"a":1},{"a":2}]}',
    '{"a":":{\\"b\\":1,\\"b\\":2}","b\\\\":"\\\\","c":"：名"}',
    '{"A":1,"a":2,"ａ":3}',
    ' \n{ "a" : [ ] , "b" : { } } ',
    '"a:b:c"',
  ])('is not found in %s', (text) => {
    expect(faultOfJson(JSON.parse(text), membersIn(Buffer.from(text)))).toBeNull();
    expect(repeatedMemberIn(text)).toBeNull();
  });

  test('is found in any value whose text is made to repeat one, and in no other', () => {
    fc.assert(
      fc.property(fc.jsonValue({ maxDepth: 4 }), fc.string(), (value, name) => {
        const text = JSON.stringify(value);
        expect(membersIn(Buffer.from(text)) > 0 ? repeatedMemberIn(text) : null).toBeNull();
        const named = JSON.stringify(name);
        const twice = `[${text},{${named}:${text},${named}:1}]`;
        expect(faultOfJson(JSON.parse(twice), membersIn(Buffer.from(twice)))).not.toBeNull();
        expect(repeatedMemberIn(twice)).toBe(`1.${name}`);
      }),
    );
  });
});
