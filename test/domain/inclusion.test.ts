import { describe, expect, test } from 'vitest';
import { builtInPolicies } from '../../shared/domain/built-in-policies.ts';
import { addDays } from '../../shared/domain/calendar.ts';
import type { EnterpriseFile } from '../../shared/domain/enterprise.ts';
import { evolveEnterprise } from '../../shared/domain/enterprise-file.ts';
import { includeEnterprise, revokeInclusion } from '../../shared/domain/enterprise-inclusion.ts';
import { evolveInclusion } from '../../shared/domain/inclusion.ts';
import { decideInclusionEnd, decideInclusionRevocation } from '../../shared/domain/inclusion-ending.ts';
import { decideInclusion, decideInclusionWithdrawal } from '../../shared/domain/inclusion-request.ts';
import { refreshStanding } from '../../shared/domain/refresh.ts';
import { standingOn } from '../../shared/domain/standing.ts';
import { anInclusion, inclusionIn, states, today } from './inclusion-cases.ts';

const whatHappened = (decision: { kind: string; code?: string }) =>
  decision.kind === 'refused' ? decision.code : decision.kind;

describe('the states of a request for inclusion', () => {
  test.each(states)('%s is what its shortest history says', (state) => {
    expect(inclusionIn(state).state).toBe(state);
  });

  test.each(states)('%s: only what is on no agenda may be withdrawn', (state) => {
    const decision = decideInclusionWithdrawal(inclusionIn(state), { reason: null });
    expect(whatHappened(decision)).toBe(state === 'submitted' ? 'accepted' : 'state-conflict');
  });

  test.each(states)('%s: only what is in force may be revoked', (state) => {
    const decision = decideInclusionRevocation(inclusionIn(state), { reason: '不再符合' }, today);
    expect(whatHappened(decision)).toBe(state === 'approved' ? 'accepted' : 'state-conflict');
  });

  test.each(states)('%s: only what is in force runs out', (state) => {
    const decision = decideInclusionEnd(inclusionIn(state, { validUntil: '2026-03-01' }), today);
    expect(whatHappened(decision)).toBe(state === 'approved' ? 'accepted' : 'state-conflict');
  });

  test.each(states)('%s: another may be asked for unless one waits for the conference', (state) => {
    const waits = ['submitted', 'on-agenda', 'deferred'].includes(state);
    const decision = decideInclusion(anInclusion, inclusionIn(state), today);
    expect(whatHappened(decision)).toBe(waits ? 'state-conflict' : 'accepted');
    if (decision.kind === 'refused') expect(decision.facts.state).toBe(state);
  });

  test('taken off the agenda it waits again, for no meeting, and says why', () => {
    const off = { type: 'inclusion-taken-off-agenda', data: { reason: '会议取消' } } as const;
    expect(inclusionIn('on-agenda')).toMatchObject({ meetingId: 'mtg-1', itemId: 'item-1' });
    expect(evolveInclusion(inclusionIn('on-agenda'), off)).toEqual({ ...inclusionIn('submitted'), reason: '会议取消' });
  });

  test('nothing happens to a request before its submission', () => {
    expect(() => evolveInclusion(null, { type: 'inclusion-ended', data: { on: today } })).toThrow('submitted');
  });
});

describe('the days of an inclusion', () => {
  test.each([
    ['2026-03-01', 'accepted'],
    ['2026-03-02', 'state-conflict'],
    ['2026-03-03', 'state-conflict'],
    [null, 'state-conflict'],
  ])('valid until %s, on 2 March it runs out: %s', (validUntil, expected) => {
    expect(whatHappened(decideInclusionEnd(inclusionIn('approved', { validUntil }), today))).toBe(expected);
  });

  test('what has run out cannot be revoked, though no night job has said so yet', () => {
    const decision = decideInclusionRevocation(
      inclusionIn('approved', { validUntil: '2026-03-01' }),
      { reason: '不再符合' },
      today,
    );
    expect(decision).toMatchObject({ code: 'state-conflict', facts: { state: 'ended' } });
  });

  test.each([
    ['2026-03-02', 'accepted'],
    ['2026-03-03', 'date-out-of-range'],
  ])('evidence dated %s: %s', (datedOn, expected) => {
    const evidence = [{ kind: 'other', reference: 'A-1', documentId: null, datedOn }];
    expect(whatHappened(decideInclusion({ ...anInclusion, evidence }, null, today))).toBe(expected);
  });
});

describe('an enterprise that is included', () => {
  const included = { creditCode: anInclusion.creditCode, name: anInclusion.name, inclusionId: 'inc-1', from: today };
  const fileUntil = (until: string | null, file: EnterpriseFile | null = null): EnterpriseFile =>
    evolveEnterprise(file, includeEnterprise(file, { ...included, until }, builtInPolicies, today));
  const listedOn = (file: EnterpriseFile, day: string) => standingOn(file, builtInPolicies, day).basis;

  test('is listed from its first through its last day, exceptionally, under the name that was given', () => {
    const file = fileUntil('2026-06-30');
    expect(file).toEqual({
      ...{ creditCode: included.creditCode, name: included.name, formerNames: [], certificates: [] },
      ...{ inclusions: [{ inclusionId: 'inc-1', from: today, until: '2026-06-30' }], suspensions: [] },
      standing: file.standing,
    });
    expect(['2026-03-01', '2026-03-02', '2026-06-30', '2026-07-01'].map((day) => listedOn(file, day))).toEqual([
      null,
      'exceptional',
      'exceptional',
      null,
    ]);
    expect(file.standing).toMatchObject({
      listed: true,
      basis: 'exceptional',
      listedSince: today,
      listedThrough: '2026-06-30',
      nextChangeOn: '2026-07-01',
    });
  });

  test('is refreshed off the list the day after its last day, and not before', () => {
    const file = fileUntil('2026-06-30');
    expect(refreshStanding(file, builtInPolicies, '2026-06-30')).toBeNull();
    const refreshed = refreshStanding(file, builtInPolicies, '2026-07-01');
    expect(refreshed?.data.standing).toMatchObject({ listed: false, basis: null, listedThrough: '2026-06-30' });
  });

  test('without a last day stays', () => {
    expect(fileUntil(null).standing).toMatchObject({ listedThrough: '9999-12-31', nextChangeOn: null });
  });

  test('by a request whose last day is past is never listed', () => {
    const file = fileUntil('2026-03-01');
    expect(file.standing).toMatchObject({ listed: false, basis: null, listedSince: null });
    expect(['2026-03-01', '2026-03-02'].map((day) => listedOn(file, day))).toEqual([null, null]);
  });

  test('keeps the name that the list knows it by, and is listed automatically while a certificate counts', () => {
    const source = { title: '认定', documentNumber: null, issuedOn: null };
    const bare = { on: today, listed: false, basis: null, listedSince: null, listedThrough: null, nextChangeOn: null };
    const certificate = {
      creditCode: included.creditCode,
      name: '平湖老名字有限公司',
      category: 'gazelle',
      certificateNumber: '',
      issuedOn: '2026-01-01',
      validUntil: '2026-04-30',
      source,
      importId: 'imp-1',
      row: 1,
      on: today,
      standing: { ...bare, categories: [] },
    };
    const file = fileUntil(null, evolveEnterprise(null, { type: 'certificate-imported', data: certificate }));
    expect(file).toMatchObject({ name: '平湖老名字有限公司', formerNames: [] });
    expect(file.standing).toMatchObject({
      basis: 'automatic',
      nextChangeOn: '2026-05-01',
      listedThrough: '9999-12-31',
    });
    expect([listedOn(file, '2026-04-30'), listedOn(file, '2026-05-01')]).toEqual(['automatic', 'exceptional']);
  });

  test('keeps all that its file says already', () => {
    const suspensions = [{ from: '2025-01-01', until: '2025-02-01', cause: 'other' }] as const;
    const known = { ...fileUntil('2026-06-30'), formerNames: ['平湖老名字有限公司'], suspensions };
    const again = fileUntil('2027-06-30', known);
    expect(again).toMatchObject({ formerNames: known.formerNames, suspensions });
    expect(again.inclusions.map(({ until }) => until)).toEqual(['2026-06-30', '2027-06-30']);
  });

  test.each([
    ['the day after', addDays(today, 1), ['exceptional', null]],
    ['on its first day', today, [null, null]],
  ])('revoked %s it is listed through the day before', (_, from, expected) => {
    const file = fileUntil(null);
    const event = revokeInclusion(file, { inclusionId: 'inc-1', from }, builtInPolicies, from);
    const after = evolveEnterprise(file, event);
    expect([listedOn(after, today), listedOn(after, addDays(today, 1))]).toEqual(expected);
    expect(after.standing).toMatchObject({ listed: false, nextChangeOn: null });
    // Of one that is revoked on its first day nothing is left: an end before its beginning would say nothing.
    const left = from === today ? [] : [{ inclusionId: 'inc-1', from: today, until: today }];
    expect(after.inclusions).toEqual(left);
  });

  test('revoking one inclusion leaves another in force', () => {
    const both = evolveEnterprise(
      fileUntil(null),
      includeEnterprise(fileUntil(null), { ...included, inclusionId: 'inc-2', until: null }, builtInPolicies, today),
    );
    const from = addDays(today, 1);
    const after = evolveEnterprise(both, revokeInclusion(both, { inclusionId: 'inc-1', from }, builtInPolicies, from));
    expect(after.standing).toMatchObject({ listed: true, basis: 'exceptional', listedSince: today });
  });
});
