import * as applicationEnds from './acts/application-ends.ts';
import * as applications from './acts/applications.ts';
import * as claims from './acts/claims.ts';
import * as conference from './acts/conference.ts';
import type { Act } from './acts/context.ts';
import * as disbursement from './acts/disbursement.ts';
import * as documents from './acts/documents.ts';
import * as list from './acts/list.ts';
import * as loans from './acts/loans.ts';
import * as money from './acts/money.ts';
import * as office from './acts/office.ts';
import * as persons from './acts/persons.ts';
import type { Chance } from './chance.ts';

/** What one operation of a history is: a command of somebody, or something that happens by itself. */
export type Choice = Act | 'deliver' | 'clock' | 'sweep' | 'ballot';

type Weighted = readonly (readonly [weight: number, choice: Choice])[];

const lending: Weighted = [
  [12, applications.apply],
  [12, applications.bankReview],
  [6, applications.officeReview],
  [5, applications.resubmit],
  [3, applicationEnds.withdraw],
  [3, applicationEnds.sayConsent],
  [12, disbursement.disburseLoan],
];

const servicing: Weighted = [
  [6, loans.repayLoan],
  [4, loans.extendTerm],
  [6, loans.classifyBad],
  [4, loans.classifyAny],
  [1, loans.writeOffBad],
  [3, loans.keepPaper],
  [3, documents.announce],
];

const claiming: Weighted = [
  [9, claims.claimLoss],
  [8, claims.claimAgain],
  [9, claims.acceptClaim],
  [2, claims.withdrawLossClaim],
  [9, conference.convene],
  [10, 'ballot'],
  [1, conference.vote],
  [3, conference.changeFigures],
  [1, conference.cancel],
  [9, conference.resolveItems],
];

const paying: Weighted = [
  [5, money.appropriate],
  [8, money.payLoss],
  [4, money.takePaymentBack],
  [7, money.recoverLoss],
  [7, money.remitRecovered],
  [2, claims.estimate],
];

const listing: Weighted = [
  [5, list.importList],
  [4, list.releaseReplace],
  [1, list.cancelList],
  [1, list.refreshList],
  [4, list.askInclusion],
  [1, list.withdrawAsking],
  [4, list.revokeInclusion],
];

const governing: Weighted = [
  [1, office.signAgreement],
  [1, office.enterInstitution],
  [2, office.admission],
  [1, office.liftBreaker],
  [2, office.draft],
  [3, office.decideDraft],
  [2, persons.erase],
  [2, persons.lift],
];

const happening: Weighted = [
  [22, 'deliver'],
  [14, 'clock'],
  [4, 'sweep'],
];

const times = (factor: number, weighted: Weighted): Weighted =>
  weighted.map(([weight, choice]) => [weight * factor, choice]);

/** What a history is mostly about. */
export const themes: readonly Weighted[] = [
  [...times(2, lending), ...servicing, ...listing, ...times(2, governing), ...happening],
  [...lending, ...times(2, servicing), ...claiming, ...happening],
  [...lending, ...servicing, ...times(2, claiming), ...paying, ...happening],
  [...lending, ...servicing, ...claiming, ...times(2, paying), ...happening],
  [...lending, ...times(3, listing), ...claiming, ...governing, ...happening],
];

/** A version that limits questions and applications, and more than one question on a day under it. */
const limited: readonly Choice[] = [
  ...([office.draftLimits, office.decideDraft, office.decideDraft, 'clock', 'clock'] as const),
  ...[applications.applyAbove, applications.applyAbove, applications.applyAbove],
];

/** What seldom comes by chance, each with what leads to it, by the theme of a history in which it may come. */
const sequels: readonly (readonly (readonly Choice[])[])[] = [
  [
    limited,
    [applications.apply, applications.bankReturn, applications.resubmit],
    [office.draft, office.discardDraft],
    [persons.erase, persons.lift],
  ],
  [
    [applications.apply, applications.bankReturn, applications.resubmit],
    [loans.classifyBad, claims.claimLoss, claims.returnClaim, claims.claimAgain],
    [loans.classifyBad, claims.claimLoss, claims.withdrawLossClaim],
    [loans.classifyBad, loans.writeOffBad],
  ],
  [
    [claims.returnClaim, claims.returnClaim, claims.claimAgain, claims.claimAgain],
    [list.askInclusion, conference.convene, conference.cancel],
    limited,
  ],
  [
    [money.payLoss, money.payLoss, money.takePaymentBack],
    [money.recoverLoss, money.recoverLoss, money.remitRecovered],
    [office.draftBreaker, office.decideDraft, 'clock', applications.apply, office.liftBreaker, applications.apply],
  ],
  [
    [list.replaceList, 'deliver', 'deliver', list.releaseReplace],
    [list.importList, list.cancelList],
    [
      ...([list.askInclusion, conference.convene, 'ballot', 'ballot'] as const),
      ...([conference.resolveItems, 'deliver', list.revokeInclusion] as const),
    ],
  ],
];

/** What a history ends with, while things still go wrong: two of its theme's. */
export function sequelOf(theme: number, chance: Chance): readonly Choice[] {
  const own = sequels[theme] ?? [];
  const first = chance.below(own.length);
  const second = (first + 1 + chance.below(own.length - 1)) % own.length;
  return [...(own[first] ?? []), ...(own[second] ?? [])];
}

/** What a history begins with, before anything goes wrong: as deep as its theme. */
export function openingOf(theme: number, chance: Chance): readonly Choice[] {
  const toLoan: readonly Choice[] = [
    applications.apply,
    applications.bankReview,
    applications.officeReview,
    disbursement.disburseLoan,
  ];
  const toClaim: readonly Choice[] = [...toLoan, loans.classifyBad, claims.claimLoss, claims.acceptClaim];
  const toMeeting: readonly Choice[] = [...toClaim, ...toClaim, conference.convene, 'ballot'];
  const toSettlement: readonly Choice[] = [
    ...toMeeting,
    'ballot',
    conference.resolveItems,
    'deliver',
    'deliver',
    'deliver',
  ];
  const funded: readonly Choice[] = chance.isIn(75) ? [money.appropriate] : [];
  const back: readonly Choice[] = chance.isIn(40) ? [money.takePaymentBack, money.payLoss] : [];
  const named: readonly Choice[] = chance.isIn(60) ? [office.draft, office.decideDraft, 'clock'] : [];
  const deep = [
    toLoan,
    toLoan,
    [...funded, ...toMeeting],
    [...funded, ...toSettlement, money.payLoss, ...back, money.recoverLoss],
    [list.askInclusion, conference.convene],
  ];
  return [...named, ...(chance.isIn(40) ? [office.signAgreement] : []), ...(deep[theme] ?? [])];
}
