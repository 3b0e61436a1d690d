import { describe, expect, test } from 'vitest';
import { builtInPolicies } from '../../shared/domain/built-in-policies.ts';
import { type PolicyBook, policyNamed } from '../../shared/domain/policy.ts';
import {
  decideApproval,
  decideDiscard,
  decideDraft,
  evolvePolicy,
  type PolicyFile,
  type PolicyProposal,
  versionOf,
} from '../../shared/domain/policy-version.ts';
import { accepted, refusedBy, stateConflict } from '../../shared/domain/refusal.ts';

const today = '2026-03-02';
const source = { title: '修订通知', documentNumber: '平科〔2026〕1号', issuedOn: '2026-02-28' };
const proposal: PolicyProposal = { policyId: 'p-1', name: '修订', effectiveFrom: '2026-04-01', source, parameters: {} };

const drafted = (change: Partial<PolicyProposal> = {}, book: PolicyBook = builtInPolicies): PolicyFile => {
  const decision = decideDraft({ ...proposal, ...change }, 'office-1', book, today);
  if (decision.kind === 'refused') throw new Error(decision.code);
  return decision.events.reduce<PolicyFile | null>(evolvePolicy, null) as PolicyFile;
};

/** A book with one version of the city's, from 1 June on. */
const june = versionOf({ ...drafted({ policyId: 'june', effectiveFrom: '2026-06-01' }), state: 'approved' }, 2);
const bookWithJune = [...builtInPolicies, june];

/** What a refused day is measured by: today, and the version that takes effect last. */
const newestOf = (book: PolicyBook) => ({
  ...{ field: 'effectiveFrom', today },
  ...(book === bookWithJune
    ? { newest: 'june', newestFrom: '2026-06-01' }
    : { newest: 'measures-2024', newestFrom: '2024-01-01' }),
});

describe('drafting a policy version (R1)', () => {
  test('what is not named is as in the newest approved version, and the draft holds it all', () => {
    const capped = drafted({ parameters: { enterpriseCapFen: 500 } });
    expect(capped).toMatchObject({ state: 'draft', draftedBy: 'office-1' });
    const { parameters } = policyNamed(builtInPolicies, 'measures-2024');
    expect(capped.parameters).toEqual({ ...parameters, enterpriseCapFen: 500 });
    const newer = { ...june, parameters: { ...parameters, lateReportDays: 7 } };
    const next = drafted({ effectiveFrom: '2026-07-01' }, [...builtInPolicies, newer]);
    expect(next.parameters.lateReportDays).toBe(7);
  });

  test.each([
    ['the day before', '2026-03-01', builtInPolicies, '2026-03-03'],
    ['the day of approval', '2026-03-02', builtInPolicies, '2026-03-03'],
    ['the day after', '2026-03-03', builtInPolicies, null],
    ['the day before the newest version’s', '2026-05-31', bookWithJune, '2026-06-02'],
    ['the newest version’s own day', '2026-06-01', bookWithJune, '2026-06-02'],
    ['the day after the newest version’s', '2026-06-02', bookWithJune, null],
  ] as const)('effectiveFrom on %s, %s, at drafting and at approval', (_, effectiveFrom, book, from) => {
    const draft = decideDraft({ ...proposal, effectiveFrom }, 'office-1', book, today);
    const approval = decideApproval({ ...drafted(), effectiveFrom }, 'office-2', book, today);
    for (const decision of [draft, approval]) {
      if (from === null) expect(decision.kind).toBe('accepted');
      else
        expect(decision).toEqual(
          refusedBy('R1', 'date-out-of-range', { ...newestOf(book), given: effectiveFrom, from }),
        );
    }
  });

  test('parameters that contradict each other come before the day', () => {
    const wrong = { ...proposal, effectiveFrom: '2020-01-01', parameters: { quorumUnits: 50 } };
    expect(decideDraft(wrong, 'office-1', builtInPolicies, today)).toMatchObject({ code: 'validation-failed' });
  });
});

describe('approving and discarding (R1)', () => {
  test.each([
    ['four eyes before state and day', { state: 'discarded', effectiveFrom: '2020-01-01' }, 'office-1', 'four-eyes'],
    ['state before day', { state: 'approved', effectiveFrom: '2020-01-01' }, 'office-2', 'state-conflict'],
    ['state', { state: 'discarded' }, 'office-2', 'state-conflict'],
    ['day', { effectiveFrom: '2020-01-01' }, 'office-2', 'date-out-of-range'],
    ['another official', {}, 'office-2', null],
  ] as const)('refusals in order: %s', (_, change, by, code) => {
    const decision = decideApproval({ ...drafted(), ...change }, by, builtInPolicies, today);
    expect(decision.kind === 'refused' ? decision.code : null).toBe(code);
  });

  test('another official approves, and the event says who and when', () => {
    const event = { type: 'policy-approved', data: { approvedOn: today, approvedBy: 'office-2' } } as const;
    expect(decideApproval(drafted(), 'office-2', builtInPolicies, today)).toEqual(accepted(event));
  });

  test('who drafted it is told so', () => {
    const decision = decideApproval(drafted(), 'office-1', builtInPolicies, today);
    expect(decision).toEqual(refusedBy('R1', 'four-eyes', { proposedBy: 'office-1' }));
  });

  test('only a draft is discarded, by its drafter too, with a reason or none', () => {
    for (const reason of ['另行修订', null]) {
      expect(decideDiscard(drafted(), reason)).toEqual(accepted({ type: 'policy-discarded', data: { reason } }));
    }
  });

  test.each(['approved', 'discarded'] as const)('what is %s is neither approved nor discarded any more', (state) => {
    const conflict = stateConflict(state, ['draft']);
    expect(decideDiscard({ ...drafted(), state }, null)).toEqual(conflict);
    expect(decideApproval({ ...drafted(), state }, 'office-2', builtInPolicies, today)).toEqual(conflict);
  });

  test('the events make the states', () => {
    const approvedBy = 'office-2';
    expect(evolvePolicy(drafted(), { type: 'policy-approved', data: { approvedOn: today, approvedBy } }).state).toBe(
      'approved',
    );
    expect(evolvePolicy(drafted(), { type: 'policy-discarded', data: { reason: null } }).state).toBe('discarded');
    expect(() => evolvePolicy(null, { type: 'policy-discarded', data: { reason: null } })).toThrow('policy-drafted');
  });
});
