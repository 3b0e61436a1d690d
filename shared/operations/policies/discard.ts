import { decideDiscard } from '../../domain/policy-version.ts';
import type { CommandContext, Outcome } from '../command.ts';
import type { Services } from '../services.ts';
import { changePolicy } from './change-policy.ts';

/** Discards a draft (R1). Refusal: `state-conflict`. */
export const discardPolicy = (
  services: Services,
  context: CommandContext,
  policyId: string,
  reason: string | null,
): Promise<Outcome> => changePolicy(services, context, policyId, { decide: (policy) => decideDiscard(policy, reason) });
