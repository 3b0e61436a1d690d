import { describe, expect, test } from 'vitest';
import { faultOfJson } from '../../shared/platform/json-form.ts';

const nested = (depth: number): unknown => JSON.parse('['.repeat(depth) + ']'.repeat(depth));

describe('JSON that comes in', () => {
  test.each([[null], [1.5], ['文本𠮷'], [[]], [{ a: [{ b: null }] }], [nested(32)]])('may be kept: %j', (json) => {
    expect(faultOfJson(json)).toBeNull();
  });

  test('may not be nested more than 32 levels, however deep it goes', () => {
    expect(faultOfJson(nested(33))).toBe('json-too-deep');
    expect(faultOfJson(nested(100_000))).toBe('json-too-deep');
  });

  test.each([
    ['half a character in a text', '{"name":"\\ud800"}'],
    ['half a character in a field’s name', '{"\\udc00":1}'],
    ['half a character deep inside', '{"rows":[["a",{"b":"x\\ud83d"}]]}'],
    ['a number beyond the range of numbers', '{"amountFen":1e400}'],
    ['a negative one', '[-1e999]'],
  ])('may not hold %s', (_, text) => {
    expect(faultOfJson(JSON.parse(text))).toBe('json-not-interchangeable');
  });

  test('may name a field like what every object inherits: the schema refuses it as unknown', () => {
    expect(faultOfJson(JSON.parse('{"__proto__":{"a":1},"constructor":2}'))).toBeNull();
  });
});
