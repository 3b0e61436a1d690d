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
  indexed: ({ creditCode, institutionId, guarantorId, state, settlementYear, payableFen }) => ({
    roster: 'claims',
    creditCode,
    institutionId,
    institutionState: `${institutionId}#${state}`,
    guarantorId: guarantorId ?? undefined,
    state,
    // A claim with nothing to pay stays settled for good, and is on no payment list.
    unpaidList: state === 'settled' && (payableFen ?? 0) > 0 ? 'unpaid' : undefined,
    settlementYear: settlementYear === null ? undefined : String(settlementYear),
  }),
};
