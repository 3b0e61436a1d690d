import { type Appropriation, decideAppropriation } from '../../domain/appropriation.ts';
import { appropriationLayout, type DocumentItem, documentKey, documentWrite } from '../../store/fund.ts';
import { record } from '../../store/resource.ts';
import { actOf, type CommandContext, type Outcome, runCommand } from '../command.ts';
import { refusalOfOperator } from '../resource-checks.ts';
import type { Services } from '../services.ts';
import { bookEvents } from './book.ts';
import { appropriationView } from './view.ts';

/**
 * Puts money into the fund (R29): the appropriation, its event, its entry and the head in one transaction. A document
 * named before is no refusal, because one document may come in instalments; the answer says how often it was.
 * Refusal: `date-out-of-range`.
 */
export function appropriateFund(
  services: Services,
  context: CommandContext,
  { amountFen, documentNumber, appropriatedOn }: Omit<Appropriation, 'appropriationId'>,
): Promise<Outcome> {
  const appropriationId = services.newId('apr', context.at);
  const appropriation = { appropriationId, amountFen, documentNumber, appropriatedOn };
  return runCommand(services, context, {
    reads: [documentKey(documentNumber)],
    decide: (items) => {
      const decision = refusalOfOperator(context) ?? decideAppropriation(appropriation, context.today);
      if (decision.kind === 'refused') return decision;
      const { stored, writes } = record(appropriationLayout, appropriationId, null, decision.events, actOf(context));
      const booked = bookEvents('fund', appropriationId, 0, decision.events, context.at);
      const earlier = items.get<DocumentItem>(documentKey(documentNumber))?.appropriations ?? 0;
      return {
        kind: 'change',
        writes: [...writes, ...booked.writes, documentWrite(documentNumber)],
        jobs: booked.jobs,
        status: 201,
        body: appropriationView(stored, earlier),
        version: stored.version,
      };
    },
  });
}
