import { type Agreement, decideAgreement } from '../../domain/agreement.ts';
import { agreementLayout, quotaWrite } from '../../store/agreements.ts';
import { institutionLayout } from '../../store/institutions.ts';
import { keyOfResource, record, storedIn } from '../../store/resource.ts';
import { actOf, type CommandContext, type Outcome, runCommand } from '../command.ts';
import { refusalOfOperator } from '../resource-checks.ts';
import type { Services } from '../services.ts';
import { agreementView } from './view.ts';

/**
 * Enters a guarantee agreement and the counter of its quota (R12).
 *
 * Refusals: `institution-not-admitted`, `guarantor-not-admitted`, `date-out-of-range`. A party's existence is not asked
 * again at the write, because no institution is ever removed.
 */
export function createAgreement(
  services: Services,
  context: CommandContext,
  { kind, parties, signedOn, validUntil, quotaFen, feeBp }: Omit<Agreement, 'agreementId'>,
): Promise<Outcome> {
  const agreementId = services.newId('agr', context.at);
  const agreement = { agreementId, kind, parties, signedOn, validUntil, quotaFen, feeBp };
  return runCommand(services, context, {
    reads: parties.map((party) => keyOfResource(institutionLayout, party)),
    decide: (items) => {
      const refusal = refusalOfOperator(context);
      if (refusal) return refusal;
      const found = parties.map((party) => storedIn(items, institutionLayout, party)?.state ?? null);
      const decision = decideAgreement(agreement, found, context.today);
      if (decision.kind === 'refused') return decision;
      const { stored, writes } = record(agreementLayout, agreementId, null, decision.events, actOf(context));
      return {
        kind: 'change',
        writes: [...writes, quotaWrite(agreementId)],
        status: 201,
        body: agreementView({ stored, usedFen: 0 }),
        version: stored.version,
        location: `/v1/agreements/${agreementId}`,
      };
    },
  });
}
