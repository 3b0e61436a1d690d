import { type Disbursement, decideDisbursement } from '../../domain/disbursement.ts';
import { isInDefault } from '../../domain/loan.ts';
import { policyNamed } from '../../domain/policy.ts';
import { countDisbursed } from '../../store/institution-losses.ts';
import { contractGuardKey, contractGuardWrite, loanLayout } from '../../store/loans.ts';
import { bookIn } from '../../store/policy-book.ts';
import { record } from '../../store/resource.ts';
import { actOf, type CommandContext, type Outcome } from '../command.ts';
import { leverageKeys, leverageWrites, readLeverage } from '../leverage.ts';
import { loanView } from '../loans/view.ts';
import type { Services } from '../services.ts';
import { changeApplication } from './change-application.ts';
import { afterExpiringLapsed } from './expire.ts';
import { institutionChecks, listingGuards } from './guards.ts';
import { withoutOthersFigures } from './others-figures.ts';
import { recordApplication } from './record-application.ts';

/**
 * Records a disbursement (R15): the application ends `disbursed`, the loan begins `active` (or, reported long after it, as the days have made it), what was reserved becomes
 * outstanding and the rest is released, in one transaction that also takes the contract and note number.
 *
 * Refusals: `state-conflict`, `already-exists` (contract), `amount-exceeds-approved`, `date-out-of-range`, `not-listed`
 * (R5, on the day of disbursement), `institution-not-admitted`, `guarantor-not-admitted` (R9), `term-too-long`, `rate-too-high`; for one
 * reported after the confirmation expired also `cap-exceeded` and `quota-exceeded`; last `leverage-exceeded`.
 */
export function disburse(
  services: Services,
  context: CommandContext,
  applicationId: string,
  request: Omit<Disbursement, 'loanId'>,
): Promise<Outcome> {
  const loanId = services.newId('loan', context.at);
  const { contractNumber, noteNumber, disbursedOn } = request;
  return afterExpiringLapsed(services, context, { applicationId }, () =>
    changeApplication(services, context, applicationId, {
      policyOf: (application, book) => policyNamed(book, application.policy),
      alsoReads: ({ institutionId, policy }, book) => [
        contractGuardKey(institutionId, contractNumber, noteNumber),
        ...leverageKeys(policyNamed(book, policy)),
      ],
      look: async ({ policy }, items) => ({
        leverage: await readLeverage(services, items, policyNamed(bookIn(items), policy), context.today),
      }),
      decide: (stored, lending, items) => {
        const taken = items.get(contractGuardKey(stored.state.institutionId, contractNumber, noteNumber)) !== undefined;
        const decision = decideDisbursement(stored.state, { ...request, loanId }, lending.facts, taken, context.today);
        if (decision.kind === 'refused') return withoutOthersFigures(decision, context, lending);
        const act = actOf(context);
        const loan = record(loanLayout, loanId, null, decision.loan, act);
        const { noDefaults: _noDefaults, ...guards } = listingGuards(lending, disbursedOn);
        const application = recordApplication(stored, applicationId, decision.application, act, {
          guards,
          quotaFen: lending.agreement?.state.quotaFen,
          disbursedFen: request.amountFen,
          defaultsBy: Number(isInDefault(loan.stored.state)),
        });
        return {
          kind: 'change',
          writes: [
            ...application.writes,
            ...loan.writes,
            contractGuardWrite(loan.stored.state),
            countDisbursed(stored.state.institutionId, request.amountFen),
            ...institutionChecks(lending),
            ...leverageWrites(items, lending.facts.leverage),
          ],
          status: 201,
          body: loanView(loan.stored, context.caller, context.today),
          version: loan.stored.version,
          location: `/v1/loans/${loanId}`,
        };
      },
    }),
  );
}
