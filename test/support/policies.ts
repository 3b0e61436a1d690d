import type { PolicyParameters } from '../../shared/domain/policy.ts';
import { approvePolicy } from '../../shared/operations/policies/approve.ts';
import { draftPolicy } from '../../shared/operations/policies/draft.ts';
import type { Services } from '../../shared/operations/services.ts';
import { commandBy, office } from './fixtures.ts';
import { answerOf } from './lending.ts';

/** Drafts a version of the city's own and has another official approve it; what is not named is as before. */
export async function approveVersion(
  services: Services,
  effectiveFrom: string,
  parameters: Partial<PolicyParameters>,
): Promise<string> {
  const proposal = {
    name: effectiveFrom,
    effectiveFrom,
    source: { title: '修订', documentNumber: null, issuedOn: null },
    parameters,
  };
  const draft = await draftPolicy(services, commandBy(services, office(), `draft-${effectiveFrom}`), proposal);
  const policyId = String(answerOf(draft).policyId);
  const by = commandBy(services, office('office-2'), `approve-${effectiveFrom}`);
  answerOf(await approvePolicy(services, by, policyId));
  return policyId;
}
