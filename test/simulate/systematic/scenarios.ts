import * as applicationEnds from '../acts/application-ends.ts';
import * as applications from '../acts/applications.ts';
import * as claims from '../acts/claims.ts';
import * as conference from '../acts/conference.ts';
import type { Act } from '../acts/context.ts';
import * as disbursement from '../acts/disbursement.ts';
import * as list from '../acts/list.ts';
import * as loans from '../acts/loans.ts';
import * as money from '../acts/money.ts';
import * as office from '../acts/office.ts';

/**
 * A command, drawn until it says what is asked for and nothing is against it, or only the code that is named; or what
 * happens by itself.
 */
export type Step = readonly [act: Act, says: RegExp, against?: string] | 'work' | 'night' | { readonly days: number };

export interface Scenario {
  readonly name: string;
  readonly steps: readonly Step[];
}

const lend: readonly Step[] = [
  [applications.apply, /^(rcb|icbc) applies at .* (credit|mortgage)$/],
  [applications.bankReview, /approve/],
  [disbursement.disburseLoan, /pays out/],
];

/** The first at a bank reads it; the next need not. */
const applyAtOnce: Step = [applications.apply, /^rcb applies at rcb .* credit$/];

const claim: readonly Step[] = [
  ...lend,
  [loans.classifyBad, /substandard/],
  [claims.claimLoss, /claims/],
  [claims.acceptClaim, /accepts/],
];

const approving: readonly Step[] = Array.from({ length: 5 }, (): Step => [conference.vote, /approve/]);
const rejecting: readonly Step[] = Array.from({ length: 5 }, (): Step => [conference.vote, /reject/]);

const settle: readonly Step[] = [
  ...claim,
  [conference.convene, /convenes/],
  ...approving,
  [conference.resolveItems, /\[\]$/],
  'work',
];

/** The stories that everybody knows by heart, each short enough to be told once for each thing that can go wrong in it. */
export const scenarios: readonly Scenario[] = [
  {
    name: 'lists come, are replaced, released and refreshed',
    steps: [
      [list.importList, /sends .*\(merge\)/],
      'work',
      [list.importList, /sends .*high-tech \(replace\)/],
      'work',
      [list.releaseReplace, /office-2/],
      'work',
      [list.refreshList, /refresh/],
      'work',
      { days: 400 },
      'night',
      'work',
    ],
  },
  {
    name: 'a loan is applied for, lent, extended and repaid',
    steps: [
      ...lend,
      [loans.keepPaper, /keeps/],
      [loans.repayLoan, /reports [1-9]/],
      [loans.extendTerm, /extends/],
      { days: 800 },
      'night',
      [loans.repayLoan, /reports [1-9]/],
    ],
  },
  {
    name: 'applications are returned, resubmitted, rejected, withdrawn, confirmed by hand, confirmed and refused by enterprises',
    steps: [
      [applications.apply, /^(rcb|icbc) applies .* credit$/],
      [applications.bankReview, /return/],
      [applications.resubmit, /again/],
      [applications.bankReview, /reject/],
      [office.signAgreement, /rcb/],
      [applications.apply, /^rcb applies at rcb .* guarantee$/],
      [applicationEnds.withdraw, /withdraws/],
      [applications.apply, /^91.* applies .* credit$/],
      [applications.apply, /^rcb applies .* credit$/],
      [applicationEnds.sayConsent, /confirms/],
      [applicationEnds.sayConsent, /refuses/],
      [office.admission, /rcb is suspended/],
      [office.admission, /rcb is admitted/],
    ],
  },
  {
    name: 'deadlines pass, and one disbursement is reported late',
    steps: [
      [applications.apply, /^(rcb|icbc) applies .* credit$/],
      { days: 61 },
      'night',
      [applications.apply, /^(rcb|icbc) applies .* credit$/],
      [applications.bankReview, /approve/],
      { days: 91 },
      'night',
      [disbursement.disburseLoan, /pays out/],
      { days: 1_300 },
      'night',
    ],
  },
  {
    name: 'a loss is claimed, settled, paid, paid back, recovered and remitted',
    steps: [
      [money.appropriate, /[0-9]{10} into/],
      ...settle,
      [money.payLoss, /pays/],
      [money.takePaymentBack, /came back/],
      [money.payLoss, /pays/],
      [money.recoverLoss, /recovers [1-9]/],
      [money.remitRecovered, /hands over/],
      [loans.writeOffBad, /writes/],
    ],
  },
  {
    name: 'a payment before the night is refused while something overdue is to be set off, which is done then',
    steps: [
      [money.appropriate, /[0-9]{10} into/],
      ...settle,
      [money.recoverLoss, /recovers [0-9]{7,8} less 0 /],
      { days: 31 },
      // If its process dies after the set-off, the same sent again is accepted: nothing is overdue any more.
      [money.payLoss, /pays/, 'state-conflict'],
    ],
  },
  {
    name: 'claims are returned, refiled, taken off, set lower, rejected, withdrawn',
    steps: [
      ...lend,
      [loans.classifyBad, /substandard/],
      [claims.claimLoss, /claims/],
      [claims.acceptClaim, /returns/],
      [claims.claimAgain, /again/],
      [claims.acceptClaim, /accepts/],
      [conference.convene, /convenes/],
      [conference.cancel, /cancels/],
      [conference.convene, /convenes/],
      [conference.changeFigures, /sets at/],
      ...rejecting,
      [conference.resolveItems, /\[\]$/],
      'work',
      [claims.claimLoss, /claims/],
      [claims.withdrawLossClaim, /withdraws/],
    ],
  },
  {
    name: 'a claim waits for money until there is some, and a debt is set off at night',
    steps: [
      ...settle,
      [money.appropriate, /[0-9]{10,} into/],
      'work',
      [money.recoverLoss, /recovers [1-9]/],
      { days: 40 },
      'night',
      'work',
    ],
  },
  {
    name: 'an enterprise is included by the conference, revoked, included again and ends',
    steps: [
      [list.askInclusion, /asks to include .* until 20/],
      [conference.convene, /convenes/],
      ...approving,
      [conference.resolveItems, /\[\]$/],
      'work',
      [list.revokeInclusion, /revokes/],
      [list.askInclusion, /asks to include .* until 20/],
      [list.withdrawAsking, /withdrawn/],
    ],
  },
  {
    name: 'a policy is drafted, discarded, drafted, approved and comes into force',
    steps: [
      [office.draft, /drafts/],
      [office.decideDraft, /discards/],
      [office.draft, /drafts/],
      [office.decideDraft, /office-2 approves/],
      'work',
      { days: 6 },
      'night',
      'work',
    ],
  },
  {
    name: 'a bank that was read applies at once, before and after a version comes into force',
    steps: [
      applyAtOnce,
      applyAtOnce,
      [office.draft, /drafts (?!.*maxOpenApplications":[0-9])/],
      [office.decideDraft, /office-2 approves/],
      'work',
      { days: 6 },
      applyAtOnce,
      applyAtOnce,
      'night',
      'work',
      applyAtOnce,
      applyAtOnce,
    ],
  },
];
