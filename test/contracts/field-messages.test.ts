import { describe, expect, test } from 'vitest';
import { fieldMessage } from '../../shared/contracts/field-messages.ts';

describe('a message about a field', () => {
  test('names a whole number as people do', () => {
    expect(fieldMessage('zh', 'invalid-type', { expected: 'int' })).toContain('整数');
    expect(fieldMessage('en', 'invalid-type', { expected: 'int' })).toContain('a whole number');
  });

  test('says the last day that a range may have', () => {
    const figures = { from: '2020-01-01', through: '2020-12-31' };
    for (const language of ['zh', 'en'] as const) {
      expect(fieldMessage(language, 'range-too-long', figures)).toContain('2020-12-31');
      expect(fieldMessage(language, 'range-backwards', figures)).toContain('2020-01-01');
    }
  });
});
