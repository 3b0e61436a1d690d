import { estimateCompensation } from '../../../shared/operations/claims/estimate.ts';
import { resubmitClaim } from '../../../shared/operations/claims/resubmit.ts';
import { reviewClaim } from '../../../shared/operations/claims/review.ts';
import { submitClaim } from '../../../shared/operations/claims/submit.ts';
import { withdrawClaim } from '../../../shared/operations/claims/withdraw.ts';
import { aClaim } from '../../support/claiming.ts';
import { bank, office } from '../../support/fixtures.ts';
import { type Command, idIn } from '../command.ts';
import type { Claim, Loan } from '../model/city.ts';
import {
  againstClaim,
  againstClaimMove,
  againstRefiling,
  countableInterest,
  endClaimWithLoan,
  fileClaim,
} from '../model/claims.ts';
import { plusDays } from '../model/days.ts';
import { outstandingOf } from '../model/exposure.ts';
import { estimateOf } from '../model/fund.ts';
import { type Act, fitting, oneOf, type Scene } from './context.ts';

const kinds = ['loan-contract', 'disbursement-voucher', 'collection-record', 'classification-record'];

export const someClaim = (scene: Scene, states: readonly string[]): Claim | undefined =>
  oneOf(
    scene,
    fitting(scene, [...scene.city.claims.values()], ({ state }) => states.includes(state)),
  );

/** All that may be claimed, a part, or a fen too much; seldom a paper short. */
function someFiling({ city, chance, isCalm }: Scene, loan: Loan) {
  const left = outstandingOf(loan);
  const interest = countableInterest(city, loan);
  const principalFen = chance.isIn(70) ? left : Math.max(1, Math.floor((left * chance.between(10, 100)) / 100));
  const interestFen = chance.weighted([
    [50, interest],
    [30, 0],
    [10, Math.floor(interest / 2)],
    [isCalm ? 0 : 4, interest + 1],
  ]);
  const papers = isCalm || chance.isIn(92) ? kinds : kinds.slice(chance.between(1, 3));
  return { principalFen: Math.max(1, principalFen), interestFen, papers };
}

const termsOf = ({ principalFen, interestFen, papers }: ReturnType<typeof someFiling>) =>
  aClaim({
    principalLossFen: principalFen,
    interestLossFen: interestFen,
    evidence: papers.map((kind) => ({ kind, reference: 'A', documentId: null, datedOn: null })),
  });

export const claimLoss: Act = (scene) => {
  const loans = [...scene.city.loans.values()];
  const loan = oneOf(
    scene,
    fitting(scene, loans, ({ state }) => state === 'non-performing'),
  );
  if (!loan) return null;
  const filing = someFiling(scene, loan);
  return {
    kind: 'claim',
    caller: bank(loan.bank),
    says: `${loan.bank} claims ${filing.principalFen} + ${filing.interestFen} of ${loan.id}`,
    on: null,
    about: loan.code,
    send: (services, context) => submitClaim(services, context, loan.id, termsOf(filing)),
    against: (city, { today }) => againstClaim(city, loan, filing, today),
    apply: (city, body, { today }) => fileClaim(city, loan, idIn(body, 'claimId'), filing, today),
  };
};

export const claimAgain: Act = (scene) => {
  const claim = someClaim(scene, ['returned']);
  const loan = claim && scene.city.loans.get(claim.loanId);
  if (!claim || !loan) return null;
  const filing = someFiling(scene, loan);
  return {
    kind: 'claim-again',
    caller: bank(claim.bank),
    says: `${claim.bank} files ${claim.id} again: ${filing.principalFen} + ${filing.interestFen}`,
    on: ['claims', claim.id],
    send: (services, context) => resubmitClaim(services, context, claim.id, termsOf(filing)),
    against: (city) => againstRefiling(city, claim, filing),
    apply: () =>
      void Object.assign(claim, { state: 'submitted', claimedFen: filing.principalFen + filing.interestFen }),
  };
};

export const acceptClaim: Act = (scene) => {
  if (!scene.isCalm && scene.chance.isIn(25)) return returnClaim(scene);
  const claim = someClaim(scene, ['submitted']);
  return claim ? reviewOf(claim, false) : null;
};

/** The office wants more papers. */
export const returnClaim: Act = (scene) => {
  const claim = someClaim(scene, ['submitted', 'accepted', 'deferred']);
  return claim ? reviewOf(claim, true) : null;
};

const reviewOf = (claim: Claim, isReturn: boolean): Command => ({
  kind: 'accept-claim',
  caller: office(),
  says: `the office ${isReturn ? 'returns' : 'accepts'} ${claim.id}`,
  on: ['claims', claim.id],
  send: (services, context) =>
    reviewClaim(
      services,
      context,
      claim.id,
      isReturn ? { decision: 'return', note: '补材料' } : { decision: 'accept', note: null },
    ),
  against: () => againstClaimMove(claim, isReturn ? 'return' : 'accept'),
  apply: () =>
    void Object.assign(
      claim,
      isReturn ? { state: 'returned', meetingId: null, proposedFen: null } : { state: 'accepted' },
    ),
});

export const withdrawLossClaim: Act = (scene) => {
  const claim = someClaim(scene, ['submitted', 'returned', 'accepted', 'deferred']);
  if (!claim) return null;
  return {
    kind: 'withdraw-claim',
    caller: bank(claim.bank),
    says: `${claim.bank} withdraws ${claim.id}`,
    on: ['claims', claim.id],
    send: (services, context) => withdrawClaim(services, context, claim.id, null),
    against: () => againstClaimMove(claim, 'withdraw'),
    apply: (city) => endClaimWithLoan(city, claim, 'withdrawn'),
  };
};

/** Somebody asks what a loss would bring. */
export const estimate: Act = ({ city, chance, today }) => {
  const caller = chance.one([office(), bank('rcb'), bank('icbc')]);
  const bankId = chance.weighted([
    [30, null],
    [55, caller.role === 'bank' ? caller.org : 'rcb'],
    [10, caller.role === 'bank' ? 'nobody' : chance.one([...city.institutions.keys()])],
    [5, 'nobody'],
  ]);
  const on = chance.weighted([
    [60, today],
    [35, plusDays(today, -chance.between(1, 400))],
    [5, '2017-12-31'],
  ]);
  const mode = chance.one(['credit', 'guarantee', 'mortgage'] as const);
  const loss = { mode, lossFen: chance.between(1, 3_000_000_000), bank: bankId, on };
  return {
    kind: 'estimate',
    caller,
    says: `${caller.org} asks what ${loss.lossFen} of ${bankId ?? 'any bank'} would bring on ${on}, ${mode}`,
    on: null,
    send: (services, context) =>
      estimateCompensation(services, context, { mode, lossFen: loss.lossFen, institutionId: bankId, on }),
    against: (now) => [
      ...(caller.role === 'bank' && bankId !== null && bankId !== caller.org ? ['forbidden'] : []),
      ...(on < '2018-01-01' ? ['date-out-of-range'] : []),
      ...(bankId !== null && now.institutions.get(bankId)?.kind !== 'bank' ? ['institution-not-admitted'] : []),
    ],
    expected: (now) => estimateOf(now, loss),
    apply: () => undefined,
  };
};
