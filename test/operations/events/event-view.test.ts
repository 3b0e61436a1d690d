import { describe, expect, test } from 'vitest';
import type { Role } from '../../../shared/contracts/route.ts';
import type { Operator } from '../../../shared/domain/event.ts';
import type { LoanEvent } from '../../../shared/domain/loan.ts';
import { claimEvents } from '../../../shared/operations/events/claims.ts';
import { type EventViews, eventView, type KindView } from '../../../shared/operations/events/event-view.ts';
import { inclusionEvents } from '../../../shared/operations/events/inclusions.ts';
import { institutionEvents } from '../../../shared/operations/events/institutions.ts';
import { loanEvents } from '../../../shared/operations/events/loans.ts';
import { chain, chainStart, hashOf } from '../../../shared/store/trail.ts';

const callers = {
  bank: { sub: 'b', name: 'b', org: 'rcb', role: 'bank' },
  enterprise: { sub: 'e', name: 'e', org: 'code', role: 'enterprise' },
  guarantor: { sub: 'g', name: 'g', org: 'talent', role: 'guarantor' },
  member: { sub: 'm', name: 'm', org: 'science', role: 'member' },
  finance: { sub: 'f', name: 'f', org: 'finance-bureau', role: 'finance' },
  office: { sub: 'o', name: 'o', org: 'office', role: 'office' },
  auditor: { sub: 'a', name: 'a', org: 'audit', role: 'auditor' },
} as const satisfies Record<Role, object>;
const names = { of: () => '张三', ofSub: () => '李四' };
const clerk = { sub: 'bank-rcb', org: 'rcb', role: 'bank' };
const eventOf = (
  type: string,
  data: object,
  actor: typeof clerk & { operator?: Operator; causedBy?: string } = clerk,
) => {
  const [event] = chain(chainStart, [{ type, data }], { at: '2026-03-02T00:00:00.000Z', actor });
  if (!event) throw new Error('one event makes one');
  return event;
};
const shown = (view: KindView, role: Role, event = eventOf('x', {}), id = 'id') =>
  eventView(view, event, id, callers[role], names);

describe('what a role sees of an event', () => {
  test('an enterprise does not see how the bank classifies its loan, neither imported nor reported', () => {
    const imported = eventOf('loan-imported', { class: 'doubtful', amountFen: 1, importId: 'i' });
    expect(shown(loanEvents, 'enterprise', imported)?.data).toEqual({ amountFen: 1, importId: 'i' });
    expect(shown(loanEvents, 'guarantor', imported)?.data).toMatchObject({ class: 'doubtful' });
    const classified = eventOf('loan-classified', { class: 'doubtful', reason: null });
    expect(shown(loanEvents, 'enterprise', classified)).toBeNull();
    expect(shown(loanEvents, 'bank', classified)?.data).toEqual({ class: 'doubtful', reason: null });
  });

  test('an enterprise sees of its claim the states alone, a guarantor all but papers and the bank’s other claims', () => {
    const submitted = eventOf('claim-submitted', {
      claimId: 'c',
      principalLossFen: 5,
      evidence: ['paper'],
      statement: 's',
    });
    expect(shown(claimEvents, 'enterprise', submitted)?.data).toEqual({ claimId: 'c' });
    expect(shown(claimEvents, 'guarantor', submitted)?.data).toEqual({
      claimId: 'c',
      principalLossFen: 5,
      statement: 's',
    });
    const setOff = eventOf('claim-set-off', { setOffFen: 7, debts: [{ claimId: 'other', amountFen: 7 }] });
    expect(shown(claimEvents, 'guarantor', setOff)?.data).toEqual({ setOffFen: 7 });
    expect(shown(claimEvents, 'enterprise', setOff)).toBeNull();
    expect(shown(claimEvents, 'bank', setOff)?.data).toEqual({
      setOffFen: 7,
      debts: [{ claimId: 'other', amountFen: 7 }],
    });
  });

  test('everybody sees that an institution was admitted, and only itself and officials why', () => {
    const decided = eventOf('admission-decided', { state: 'suspended', from: '2026-03-02', reason: '整改' });
    const state = { state: 'suspended', from: '2026-03-02' };
    expect(shown(institutionEvents, 'bank', decided, 'icbc')?.data).toEqual(state);
    expect(shown(institutionEvents, 'bank', decided, 'rcb')?.data).toEqual({ ...state, reason: '整改' });
    expect(shown(institutionEvents, 'guarantor', decided, 'talent')?.data).toEqual({ ...state, reason: '整改' });
    expect(shown(institutionEvents, 'enterprise', eventOf('breaker-opened', { limitBp: 5 }), 'rcb')).toBeNull();
  });

  test.each(['enterprise', 'guarantor', 'member'] as const)('%s sees whose clerk acted, and not which', (role) => {
    const acted = eventOf(
      'loan-extended',
      { on: '2026-03-02' },
      { ...clerk, operator: { handledBy: 'x', checkedBy: 'y' } },
    );
    expect(shown(loanEvents, role, acted)?.actor).toEqual({ sub: null, name: null, org: 'rcb', role: 'bank' });
    const asked = eventOf('inclusion-submitted', { submittedBy: clerk });
    if (role !== 'guarantor')
      expect(shown(inclusionEvents, role, asked)?.data).toEqual({ submittedBy: { org: 'rcb', role: 'bank' } });
  });

  test.each(['bank', 'finance', 'office', 'auditor'] as const)(
    '%s sees the person and the operator by name',
    (role) => {
      const operator = { handledBy: 'operator:1', checkedBy: 'operator:2' };
      expect(shown(loanEvents, role, eventOf('loan-extended', {}, { ...clerk, operator }))?.actor).toEqual({
        ...{ ...clerk, name: '张三', operator: { handledBy: '李四', checkedBy: '李四' }, operatorSubs: operator },
      });
    },
  );

  test('a salt comes with the whole event alone', () => {
    const imported = eventOf('loan-imported', { class: 'doubtful', amountFen: 1 });
    expect(shown(loanEvents, 'bank', imported)).toMatchObject({ salt: imported.salt, algorithm: 'SHA-256' });
    for (const role of ['enterprise', 'guarantor', 'member'] as const)
      expect(shown(loanEvents, role, imported), role).toMatchObject({ salt: null, hash: imported.hash });
    const job = { sub: 'job:overdue-loans', org: 'system', role: 'job', causedBy: 'night:2026-03-02' };
    const overdue = eventOf('loan-became-overdue', { since: '2026-03-02', nonPerformingOn: '2026-06-01' }, job);
    expect(shown(loanEvents, 'member', overdue)?.salt).toBe(overdue.salt);
    expect(shown(loanEvents, 'enterprise', overdue)).toMatchObject({ salt: null, actor: { sub: 'job:overdue-loans' } });
    expect(shown(loanEvents, 'enterprise', overdue)?.actor).not.toHaveProperty('causedBy');
  });

  test('a type or field that nobody decided about is the officials’ alone', () => {
    expect(shown(loanEvents, 'bank', eventOf('loan-renamed', { x: 1 }))).toBeNull();
    expect(shown(loanEvents, 'bank', eventOf('loan-extended', { on: 'd', x: 1 }))).toMatchObject({
      data: { on: 'd' },
      salt: null,
    });
    expect(shown(loanEvents, 'auditor', eventOf('loan-renamed', { x: 1 }))?.data).toEqual({ x: 1 });
  });
});

test('five classes and a minute of instants do not find a hidden event by its hash, whereas without a salt they do', () => {
  const hidden = eventOf('loan-classified', { class: 'doubtful', asOf: '2026-03-02' });
  const tried = (salt: object): readonly string[] =>
    ['normal', 'special-mention', 'substandard', 'doubtful', 'loss'].flatMap((worse) =>
      Array.from({ length: 61 }, (_, second) => {
        const at = new Date(Date.parse('2026-03-02T00:00:00.000Z') - 30_000 + second * 1_000).toISOString();
        const { hash: _hash, salt: _salt, algorithm: _algorithm, ...event } = hidden;
        return hashOf({ ...event, at, data: { class: worse, asOf: '2026-03-02' }, ...salt });
      }),
    );
  expect(tried({})).not.toContain(hidden.hash);
  expect(tried({ algorithm: hidden.algorithm })).not.toContain(hidden.hash);
  const { salt: _salt, algorithm: _algorithm, hash: _hash, ...unsalted } = hidden;
  expect(tried({})).toContain(hashOf(unsalted));
});

test('two events that say the same have different hashes', () => {
  expect(eventOf('x', { y: 1 }).hash).not.toBe(eventOf('x', { y: 1 }).hash);
  expect(eventOf('x', { y: 1 }).salt).toMatch(/^[0-9a-f]{32}$/);
});

test('an event of a release before the salt keeps its hash', () => {
  const actor = { sub: 'o', name: 'o', org: 'office', role: 'office' };
  const old = {
    sequence: 1,
    at: '2026-01-01T00:00:00.000Z',
    actor,
    type: 't',
    data: {},
    previousHash: chainStart.hash,
  };
  expect(hashOf(old)).toBe('5fbb48825d82ac3f078d3b5fd34cb651727abac7b2b4790c76b6299c3fce1979');
});

type Is<Part, Whole> = Part extends Whole ? true : false;
type LoanViews = EventViews<LoanEvent>;
type Cured = LoanViews['loan-cured'];

test('a new event, or a new field of one, does not compile until somebody decides who sees it', () => {
  const withoutType: Is<Omit<LoanViews, 'loan-cured'>, LoanViews> = false;
  const withoutField: Is<Omit<Cured['data'], 'nextChangeOn'>, Cured['data']> = false;
  const whole: Is<{ readonly [Type in keyof LoanViews]: LoanViews[Type] }, LoanViews> = true;
  expect([withoutType, withoutField, whole]).toEqual([false, false, true]);
});
