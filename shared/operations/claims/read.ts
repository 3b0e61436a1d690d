import type { Claim } from '../../domain/claim.ts';
import { claimLayout } from '../../store/claims.ts';
import type { Stored } from '../../store/resource.ts';
import type { Caller } from '../caller.ts';
import { readResource } from '../read-resource.ts';
import type { Services } from '../services.ts';
import { mayReadClaim } from './access.ts';

/** The claim, or null where it is not there or not the caller's to see. */
export const readClaim = (services: Services, caller: Caller, id: string): Promise<Stored<Claim> | null> =>
  readResource(services, claimLayout, id, (claim) => mayReadClaim(caller, claim));
