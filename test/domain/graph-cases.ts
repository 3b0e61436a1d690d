import {
  type ApplicationEvent,
  applicationMoves,
  applicationStates,
  evolveApplication,
} from '../../shared/domain/application.ts';
import { type ClaimState, claimMoves, claimStates, evolveClaim } from '../../shared/domain/claim.ts';
import type { ClaimEvent } from '../../shared/domain/claim-event.ts';
import type { Moves } from '../../shared/domain/graph.ts';
import { evolveImport, importMoves, importStates } from '../../shared/domain/import.ts';
import { evolveInclusion, inclusionMoves, inclusionStates } from '../../shared/domain/inclusion.ts';
import {
  type Admission,
  admissionMoves,
  evolveInstitution,
  type InstitutionState,
  institutionStateOn,
  institutionStates,
} from '../../shared/domain/institution.ts';
import { evolveLoan, loanMoves, loanStates } from '../../shared/domain/loan.ts';
import { meetingStates } from '../../shared/domain/meeting.ts';
import { evolveMeeting, meetingMoves } from '../../shared/domain/meeting-event.ts';
import { evolvePerson, personMoves, personStates } from '../../shared/domain/person.ts';
import { policyNewest, policyStates } from '../../shared/domain/policy.ts';
import { evolvePolicy, policyMoves } from '../../shared/domain/policy-version.ts';
import * as an from './cases.ts';
import { claimIn, eventOf } from './claim-cases.ts';
import { anInclusion } from './inclusion-cases.ts';
import { disbursedLoan, loanIn } from './loan-cases.ts';
import { aClaimItem, ballot, plan } from './meeting-cases.ts';

/** A state graph, and where each of its moves leads in fact: null for one that other moves stand for. */
export interface Graph {
  readonly states: readonly string[];
  readonly moves: Moves<string, string>;
  readonly after: (from: string | null, move: string) => string | null;
}

/** `noun` is any one, put into each state; `events` has one event for each move, null where other moves stand for it. */
function graphOf<State extends string, Name extends string, Noun extends { readonly state: State }, Event>(
  states: readonly State[],
  moves: Moves<State, Name>,
  evolve: (noun: Noun | null, event: Event) => Noun,
  noun: Noun,
  events: Readonly<Record<Name, Event | null>>,
): Graph {
  return {
    states,
    moves,
    after: (from, move) => {
      const event = events[move as Name];
      return event && evolve(from === null ? null : { ...noun, state: from as State }, event).state;
    },
  };
}

const on = an.today;
const reason = 'case';
const day = { on };
const resubmitted = { ...an.terms, policy: 'measures-2024', submittedOn: on, expiresOn: on };

const applications = graphOf(applicationStates, applicationMoves, evolveApplication, an.inState.submitted, {
  'application-submitted': an.submitted(),
  'consent-confirmed': { type: 'consent-confirmed', data: day },
  'consent-refused': { type: 'consent-refused', data: { on, reason } },
  'application-resubmitted': { type: 'application-resubmitted', data: resubmitted },
  'approved-by-institution': an.approved(),
  'application-confirmed': an.confirmed(),
  'application-returned': an.returned,
  'application-rejected': an.rejected,
  'application-withdrawn': an.withdrawn,
  'application-expired': an.expired,
  'application-disbursed': an.disbursed,
  'disbursed-in-time': an.disbursed,
} satisfies Record<string, ApplicationEvent>);

const repayment = (principalFen: number) =>
  ({ type: 'loan-repayment-recorded', data: { principalFen, interestFen: 0, paidOn: on } }) as const;
const cured = (to: 'active' | 'overdue') => ({ type: 'loan-cured', data: { to, on, nextChangeOn: on } }) as const;
const claimed = { claimId: 'claim-1' };
const paper = { kind: 'loan-contract', reference: 'HT-1', documentId: null, datedOn: null, addedOn: on };
if (disbursedLoan.type !== 'loan-disbursed') throw new Error(disbursedLoan.type);
const importedLoan = {
  ...{ ...disbursedLoan.data, importId: 'imp-1', row: 1, appliedOn: on, outstandingFen: 1, interestPaidFen: 0 },
  ...{ originalMaturesOn: null, class: 'normal' as const, repaidOn: null },
};

const loans = graphOf(loanStates, loanMoves, evolveLoan, loanIn.active, {
  'loan-disbursed': disbursedLoan,
  'loan-imported': { type: 'loan-imported', data: importedLoan },
  'loan-repayment-recorded': repayment(1),
  'repaid-in-full': repayment(loanIn.active.outstandingFen),
  'loan-extended': { type: 'loan-extended', data: { maturesOn: on, previousMaturesOn: on, reason, on } },
  'loan-classified': {
    type: 'loan-classified',
    data: { class: 'loss', asOf: on, overdueDays: 99, unpaidInterestFen: null, reason },
  },
  'loan-became-overdue': { type: 'loan-became-overdue', data: { since: on, nonPerformingOn: on } },
  'loan-became-non-performing': { type: 'loan-became-non-performing', data: { since: on } },
  'loan-cured': null,
  'cured-to-active': cured('active'),
  'cured-to-overdue': cured('overdue'),
  'loan-evidence-added': { type: 'loan-evidence-added', data: paper },
  'loan-written-off': { type: 'loan-written-off', data: { on, reason } },
  'loan-claimed': { type: 'loan-claimed', data: claimed },
  'loan-claim-ended': { type: 'loan-claim-ended', data: { ...claimed, to: 'non-performing' } },
  'loan-compensated': { type: 'loan-compensated', data: claimed },
  'loan-recovered': { type: 'loan-recovered', data: { ...claimed, principalFen: 1, recoveredOn: on } },
});

const carriedOver = eventOf('claim-carried-over');
if (carriedOver.type !== 'claim-carried-over') throw new Error(carriedOver.type);
const claimEvents = Object.fromEntries(
  Object.keys(claimMoves).flatMap((move) =>
    move === 'withdrawn-by-institution' || move === 'due-again' ? [] : [[move, eventOf(move as ClaimEvent['type'])]],
  ),
) as Record<ClaimEvent['type'], ClaimEvent>;

const claims = graphOf<ClaimState, keyof typeof claimMoves, (typeof claimIn)['paid'], ClaimEvent>(
  claimStates,
  claimMoves,
  evolveClaim,
  claimIn.settled,
  {
    ...claimEvents,
    'claim-carried-over': { ...carriedOver, data: { ...carriedOver.data, payableFen: 0 } },
    'due-again': carriedOver,
    'withdrawn-by-institution': claimEvents['claim-withdrawn'],
  },
);

const turned = { meetingId: 'mtg-1', resolvedAt: '2026-03-02T03:00:00.000Z', reason };
const submitted = { type: 'inclusion-submitted', data: anInclusion } as const;

const inclusions = graphOf(inclusionStates, inclusionMoves, evolveInclusion, evolveInclusion(null, submitted), {
  'inclusion-submitted': submitted,
  'inclusion-put-on-agenda': { type: 'inclusion-put-on-agenda', data: { meetingId: 'mtg-1', itemId: 'item-1' } },
  'inclusion-taken-off-agenda': { type: 'inclusion-taken-off-agenda', data: { reason } },
  'inclusion-approved': { type: 'inclusion-approved', data: { ...turned, includedFrom: on } },
  'inclusion-rejected': { type: 'inclusion-rejected', data: turned },
  'inclusion-deferred': { type: 'inclusion-deferred', data: turned },
  'inclusion-withdrawn': { type: 'inclusion-withdrawn', data: { reason } },
  'inclusion-revoked': { type: 'inclusion-revoked', data: { from: on, reason } },
  'inclusion-ended': { type: 'inclusion-ended', data: day },
});

const convened = {
  type: 'meeting-convened',
  data: { ...plan, year: 2026, number: 1, items: [aClaimItem(1)] },
} as const;
const released = { itemId: 'item-1', failures: 5, reason };

const meetings = graphOf(meetingStates, meetingMoves, evolveMeeting, evolveMeeting(null, convened), {
  'meeting-convened': convened,
  'agenda-changed': { type: 'agenda-changed', data: { added: [], removed: ['item-1'], figures: [], votesVoided: [] } },
  'vote-cast': { type: 'vote-cast', data: ballot },
  'meeting-resolved': {
    type: 'meeting-resolved',
    data: { resolvedAt: turned.resolvedAt, policy: 'measures-2024', units: [], items: [] },
  },
  'meeting-cancelled': { type: 'meeting-cancelled', data: { reason } },
  'meeting-item-retried': { type: 'meeting-item-retried', data: released },
  'meeting-item-skipped': { type: 'meeting-item-skipped', data: released },
});

const { version: _version, state: _state, ...version } = policyNewest(an.bookWith({}));
const drafted = { type: 'policy-drafted', data: { ...version, draftedBy: 'office-1' } } as const;

const policies = graphOf(policyStates, policyMoves, evolvePolicy, evolvePolicy(null, drafted), {
  'policy-drafted': drafted,
  'policy-approved': { type: 'policy-approved', data: { approvedOn: on, approvedBy: 'office-2' } },
  'policy-discarded': { type: 'policy-discarded', data: { reason } },
});

const common = { importId: 'imp-1', total: 3, ticket: 7, acceptedBy: 'office-1', acceptedOn: on };
const list = { ...common, category: 'gazelle', mode: 'replace', dryRun: false, source: an.source, set: null } as const;
const accepted = { type: 'import-accepted', data: list } as const;
const extent = { revocations: 5, certificates: 20, limitBp: 1000 };
const counts = { processed: 3, added: 1, updated: 1, unchanged: 0, rejected: 1, revoked: 2 };

const imports = graphOf(importStates, importMoves, evolveImport, evolveImport(null, accepted), {
  'import-accepted': accepted,
  'loan-import-accepted': { type: 'loan-import-accepted', data: common },
  'import-started': { type: 'import-started', data: { on, extent } },
  'import-awaits-release': { type: 'import-awaits-release', data: extent },
  'import-released': { type: 'import-released', data: { by: 'office-2' } },
  'import-done': { type: 'import-done', data: counts },
  'import-failed': { type: 'import-failed', data: { ...counts, reason } },
  'import-cancelled': { type: 'import-cancelled', data: { ...counts, by: 'office-2', reason } },
});

const erased = { type: 'person-name-erased', data: { personId: 'per-1', org: 'rcb', sub: 'a', reason } } as const;

const persons = graphOf(personStates, personMoves, evolvePerson, evolvePerson(null, erased), {
  'person-name-erased': erased,
  'person-erasure-lifted': { type: 'person-erasure-lifted', data: { reason } },
});

/** An institution has no state but that of its decisions: each is named by what it leads to. */
const institutions: Graph = {
  states: institutionStates,
  moves: admissionMoves,
  after: (from, move) => {
    const before = an.anInstitution('bank', (from ?? 'applied') as InstitutionState);
    if (from === null) return institutionStateOn(before, on);
    const data = { state: move as Admission['state'], from: on, reason };
    return institutionStateOn(evolveInstitution(before, { type: 'admission-decided', data }), on);
  },
};

/** Every state graph, by the name that the glossary gives it. */
export const graphs: Readonly<Record<string, Graph>> = {
  application: applications,
  loan: loans,
  inclusion: inclusions,
  meeting: meetings,
  claim: claims,
  institution: institutions,
  'policy version': policies,
  import: imports,
  person: persons,
};

/** Where else each move may lead, as `from → to`. */
export const edgesOf = ({ moves }: Graph): readonly string[] =>
  Object.values(moves).flatMap(({ from, to }) =>
    from.filter((state) => to !== null && state !== to).map((state) => `${state} → ${to}`),
  );
