import { claimProblems } from './claim.ts';
import { evidenceProblems } from './evidence.ts';
import { servicingProblems } from './servicing.ts';

/** What may stand in the way of a claim: the claim itself, its papers, and the order of its dates. */
export const claimAreas = [claimProblems, evidenceProblems, servicingProblems] as const;
