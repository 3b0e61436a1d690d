import { expect, test } from 'vitest';
import { timingOf } from '../../infra/local/template/background.ts';

test.each([
  ['cron(10 0 * * ? *)', 'Asia/Shanghai', { kind: 'daily', minuteOfDay: 10 }],
  ['cron(30 13 * * ? *)', 'Asia/Shanghai', { kind: 'daily', minuteOfDay: 810 }],
  ['rate(1 minute)', undefined, { kind: 'rate', everyMs: 60_000 }],
  ['rate(2 hours)', undefined, { kind: 'rate', everyMs: 7_200_000 }],
])('%s in %s is understood', (expression, timezone, expected) => {
  expect(timingOf(expression, timezone)).toEqual(expected);
});

test.each([
  ['cron(10 0 * * ? *)', 'UTC'],
  ['cron(10 0 ? * MON *)', 'Asia/Shanghai'],
  ['at(2026-01-01T00:00:00)', undefined],
])('%s in %s is refused rather than guessed at', (expression, timezone) => {
  expect(() => timingOf(expression, timezone)).toThrow('does not know the schedule');
});
