import { expect, test } from 'vitest';
import { decideAppropriation, evolveAppropriation } from '../../shared/domain/appropriation.ts';

const appropriation = { appropriationId: 'apr-1', amountFen: 1, documentNumber: 'D', appropriatedOn: '2026-03-02' };

test.each([
  ['2018-01-01', 'accepted'],
  ['2026-03-01', 'accepted'],
  ['2026-03-02', 'accepted'],
  ['2026-03-03', 'refused'],
])('an appropriation of %s, entered on 2 March 2026, is %s', (appropriatedOn, kind) => {
  const decision = decideAppropriation({ ...appropriation, appropriatedOn }, '2026-03-02');
  expect(decision.kind).toBe(kind);
  if (decision.kind === 'refused') {
    expect(decision).toMatchObject({
      code: 'date-out-of-range',
      rule: 'R29',
      facts: { field: 'appropriatedOn', given: '2026-03-03', through: '2026-03-02' },
    });
  } else {
    const data = { ...appropriation, appropriatedOn };
    expect(decision.events).toEqual([{ type: 'fund-appropriated', data }]);
    expect(decision.events.map((event) => evolveAppropriation(null, event))).toEqual([data]);
  }
});
