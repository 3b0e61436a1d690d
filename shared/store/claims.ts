import { type Claim, evolveClaim } from '../domain/claim.ts';
import type { ClaimEvent } from '../domain/claim-event.ts';
import { countsOfClaim } from '../domain/claim-figures.ts';
import type { ResourceLayout } from './resource.ts';

export const claimLayout: ResourceLayout<Claim, ClaimEvent> = {
  kind: 'claims',
  table: 'claims',
  key: (claimId) => ({ pk: claimId }),
  evolve: evolveClaim,
  counts: countsOfClaim,
  indexed: ({ creditCode, institutionId, guarantorId, state, settlementYear }) => ({
    roster: 'claims',
    creditCode,
    institutionId,
    institutionState: `${institutionId}#${state}`,
    guarantorId: guarantorId ?? undefined,
    state,
    settlementYear: settlementYear === null ? undefined : String(settlementYear),
  }),
};
