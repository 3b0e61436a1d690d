import { workingStepView } from '../../contracts/working-texts.ts';
import type { Claim } from '../../domain/claim.ts';
import type { Stored } from '../../store/resource.ts';
import type { Caller } from '../caller.ts';
import { claimWith } from './content.ts';

/** A claim as the API shows it to a caller, each step of its working in words. */
export const claimView = (stored: Stored<Claim>, caller: Caller) =>
  claimWith(stored, caller, stored.state.working?.map(workingStepView) ?? null);
