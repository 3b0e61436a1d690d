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
import { accepted, refusedBy, stateConflict } from '../../shared/domain/refusal.ts';
import { standingOn } from '../../shared/domain/standing.ts';
import { anInclusion, inclusionIn, states, today } from './inclusion-cases.ts';

describe('a request for inclusion (R5)', () => {
  test.each(states)('is %s by its shortest history', (state) => {
    expect(inclusionIn(state).state).toBe(state);
  });

  test.each(states)('that is %s is withdrawn only while it is on no agenda, with the reason that is given', (state) => {
    expect(decideInclusionWithdrawal(inclusionIn(state), { reason: '另有资金' })).toEqual(
      state === 'submitted'
        ? accepted({ type: 'inclusion-withdrawn', data: { reason: '另有资金' } })
        : stateConflict(state, ['submitted']),
    );
  });

  test.each(states)('that is %s lets another be asked for unless it waits for the conference', (state) => {
    const waits = ['submitted', 'on-agenda', 'deferred'].includes(state);
    expect(decideInclusion(anInclusion, inclusionIn(state), today)).toEqual(
      waits
        ? stateConflict(state, ['approved', 'rejected', 'withdrawn', 'ended', 'revoked'])
        : accepted({ type: 'inclusion-submitted', data: anInclusion }),
    );
  });

  test('has evidence of today at the latest, or of no day', () => {
    const paper = { kind: 'other', reference: 'A-1', documentId: null, datedOn: null };
    const dated = (datedOn: string) =>
      decideInclusion({ ...anInclusion, evidence: [paper, { ...paper, datedOn }] }, null, today);
    expect(dated('2026-03-02').kind).toBe('accepted');
    expect(dated('2026-03-03')).toEqual(
      refusedBy('R5', 'date-out-of-range', { field: 'datedOn', given: '2026-03-03', through: '2026-03-02' }),
    );
  });

  test('taken off the agenda it waits again, for no meeting, and says why', () => {
    const off = { type: 'inclusion-taken-off-agenda', data: { reason: '会议取消' } } as const;
    expect(inclusionIn('on-agenda')).toMatchObject({ meetingId: 'mtg-1', itemId: 'item-1' });
    expect(evolveInclusion(inclusionIn('on-agenda'), off)).toEqual({ ...inclusionIn('submitted'), reason: '会议取消' });
  });

  test('comes before all that happens to it', () => {
    expect(() => evolveInclusion(null, { type: 'inclusion-ended', data: { on: today } })).toThrow('submitted');
  });
});

describe('the end of an inclusion (R5)', () => {
  test.each(states)('of one that is %s: only what is in force runs out', (state) => {
    expect(decideInclusionEnd(inclusionIn(state, { validUntil: '2026-03-01' }), today)).toEqual(
      state === 'approved'
        ? accepted({ type: 'inclusion-ended', data: { on: '2026-03-02' } })
        : stateConflict(state, ['approved']),
    );
  });

  test.each(states)('of one that is %s: only what is in force is revoked, from today on', (state) => {
    expect(decideInclusionRevocation(inclusionIn(state), { reason: '不再符合' }, today)).toEqual(
      state === 'approved'
        ? accepted({ type: 'inclusion-revoked', data: { from: today, reason: '不再符合' } })
        : stateConflict(state, ['approved']),
    );
  });

  // What has run out cannot be revoked, though no night job has said so yet.
  test.each([
    ['2026-03-01', true],
    ['2026-03-02', false],
    ['2026-03-03', false],
    [null, false],
  ])('valid until %s, on 2 March it has run out: %s', (validUntil, hasEnded) => {
    const inclusion = inclusionIn('approved', { validUntil });
    const revocation = decideInclusionRevocation(inclusion, { reason: '不再符合' }, today);
    expect(decideInclusionEnd(inclusion, today).kind).toBe(hasEnded ? 'accepted' : 'refused');
    if (hasEnded) expect(revocation).toEqual(stateConflict('ended', ['approved']));
    else expect(revocation.kind).toBe('accepted');
  });
});

describe('an enterprise that is included', () => {
  const included = { creditCode: anInclusion.creditCode, name: anInclusion.name, inclusionId: 'inc-1', from: today };
  const fileUntil = (until: string | null, file: EnterpriseFile | null = null): EnterpriseFile =>
    evolveEnterprise(file, includeEnterprise(file, { ...included, until }, builtInPolicies, today));
  const listedOn = (file: EnterpriseFile, day: string) => standingOn(file, builtInPolicies, day).basis;

  test('is listed from its first through its last day, exceptionally, under the name that was given', () => {
    const file = fileUntil('2026-06-30');
    expect(file).toMatchObject({ creditCode: included.creditCode, name: included.name, certificates: [] });
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

  test.each([
    ['the day after', addDays(today, 1), ['exceptional', null]],
    ['on its first day', today, [null, null]],
  ])('revoked %s it is listed through the day before', (_, from, expected) => {
    const file = fileUntil(null);
    const event = revokeInclusion(file, { inclusionId: 'inc-1', from }, builtInPolicies, from);
    const after = evolveEnterprise(file, event);
    expect([listedOn(after, today), listedOn(after, addDays(today, 1))]).toEqual(expected);
    expect(after.standing).toMatchObject({ listed: false, nextChangeOn: null });
    expect(after.inclusions).toEqual(
      from === today ? [] : [{ inclusionId: 'inc-1', from: today, until: addDays(from, -1) }],
    );
  });

  test('revoking one inclusion leaves another in force', () => {
    const once = fileUntil(null);
    expect(once).toMatchObject({ formerNames: [], certificates: [], suspensions: [] });
    const both = evolveEnterprise(
      { ...once, formerNames: ['平湖老名字有限公司'] },
      includeEnterprise(fileUntil(null), { ...included, inclusionId: 'inc-2', until: null }, builtInPolicies, today),
    );
    const from = addDays(today, 1);
    const after = evolveEnterprise(both, revokeInclusion(both, { inclusionId: 'inc-1', from }, builtInPolicies, from));
    expect(after.standing).toMatchObject({ listed: true, basis: 'exceptional', listedSince: today });
    expect(after.formerNames).toEqual(['平湖老名字有限公司']);
    expect(after.inclusions).toEqual([
      { inclusionId: 'inc-1', from: today, until: today },
      { inclusionId: 'inc-2', from: today, until: null },
    ]);
  });
});
