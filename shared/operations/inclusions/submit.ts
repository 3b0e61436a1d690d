import type { InclusionRequest } from '../../domain/inclusion.ts';
import { decideInclusion } from '../../domain/inclusion-request.ts';
import { refusedBy } from '../../domain/refusal.ts';
import {
  inclusionLayout,
  type OpenInclusionItem,
  openInclusionKey,
  openInclusionWrite,
} from '../../store/inclusions.ts';
import type { Items } from '../../store/read.ts';
import { keyOfResource, record, storedIn } from '../../store/resource.ts';
import { actOf, type CommandContext, type Outcome, runCommand } from '../command.ts';
import { namedDocuments } from '../documents/use.ts';
import { refusalOfOperator } from '../resource-checks.ts';
import type { Services } from '../services.ts';
import { inclusionView } from './view.ts';

/** What is asked for; who asks and when are the command's. */
export type SubmitInclusionRequest = Omit<InclusionRequest, 'inclusionId' | 'submittedBy' | 'submittedOn'>;

/**
 * Asks the conference to include an enterprise (R5), which the list need not know. An enterprise asks for itself alone:
 * another's code is not there for it.
 *
 * Refusals: `not-found`, `four-eyes`, {@link decideInclusion}'s, and those of the documents among its evidence.
 */
export function submitInclusion(
  services: Services,
  context: CommandContext,
  request: SubmitInclusionRequest,
): Promise<Outcome> {
  const { caller, at, today } = context;
  const { sub, org, role } = caller;
  const inclusionId = services.newId('inc', at);
  const documents = namedDocuments(request.evidence, { kind: 'inclusions', id: inclusionId });
  const openKey = openInclusionKey(request.creditCode);
  const openIdIn = (items: Items) => items.get<OpenInclusionItem>(openKey)?.inclusionId;
  return runCommand(services, context, {
    reads: [openKey, ...documents.reads],
    follow: (items) => {
      const openId = openIdIn(items);
      return openId === undefined ? [] : [keyOfResource(inclusionLayout, openId)];
    },
    look: (items) => documents.look(services, context, items),
    decide: (items, contents) => {
      if (role === 'enterprise' && org !== request.creditCode) return refusedBy(null, 'not-found');
      const refusal = refusalOfOperator(context);
      if (refusal) return refusal;
      const openId = openIdIn(items);
      const open = openId === undefined ? null : storedIn(items, inclusionLayout, openId);
      const { creditCode, name, innovationNeed, financingLack, evidence, validUntil } = request;
      const asked = { creditCode, name, innovationNeed, financingLack, evidence, validUntil };
      const submitted = { inclusionId, ...asked, submittedBy: { sub, org, role }, submittedOn: today };
      const decision = decideInclusion(submitted, open?.state ?? null, today);
      if (decision.kind === 'refused') return decision;
      const used = documents.judge(context, items, contents);
      if (used.refusals[0]) return used.refusals[0];
      const { stored, writes } = record(inclusionLayout, inclusionId, null, decision.events, actOf(context));
      return {
        kind: 'change',
        writes: [...writes, openInclusionWrite(stored.state), ...used.writes],
        status: 201,
        body: inclusionView(stored),
        version: stored.version,
        location: `/v1/inclusions/${inclusionId}`,
      };
    },
  });
}
