import type { Claim } from '../../domain/claim.ts';
import type { ClaimEvent } from '../../domain/claim-event.ts';
import { type Decision, type Refusal, refusedBy } from '../../domain/refusal.ts';
import { claimLayout } from '../../store/claims.ts';
import type { ItemKey } from '../../store/database.ts';
import type { Job } from '../../store/outbox.ts';
import type { Items } from '../../store/read.ts';
import { keyOfResource, record, type Stored, storedIn } from '../../store/resource.ts';
import type { Write } from '../../store/transaction.ts';
import type { Caller } from '../caller.ts';
import { actOf, type CommandContext, type Outcome, runCommand } from '../command.ts';
import { type NamedDocuments, noDocuments } from '../documents/use.ts';
import { refusalOfAccess } from '../resource-checks.ts';
import type { Services } from '../services.ts';
import { mayReadClaim } from './access.ts';

export interface ClaimCommand<Seen = null> {
  /** How the claim is answered. */
  readonly view: (stored: Stored<Claim>, caller: Caller) => object;
  readonly reads?: readonly ItemKey[];
  /** What else the claim names that must be read. */
  readonly alsoReads?: (claim: Claim) => readonly ItemKey[];
  /** The documents that it names as evidence: linked in the same transaction. */
  readonly documents?: NamedDocuments;
  /** Reads what no item's key says, such as a range. */
  readonly look?: (claim: Claim) => Promise<Seen>;
  /** `unusable` are the refusals of its documents, `seen` is what was looked at. */
  readonly decide: (
    claim: Claim,
    items: Items,
    version: number,
    unusable: readonly Refusal[],
    seen: Seen,
  ) => Decision<ClaimEvent>;
  /** What else is written, or checked, in the same transaction. */
  readonly alongside?: (claim: Claim, items: Items, move: ClaimMoved) => ClaimBeside;
}

/** What a command does beside the claim's own change: writes alone, or with the jobs that it starts. */
export type ClaimBeside = readonly Write[] | { readonly writes: readonly Write[]; readonly jobs: readonly Job[] };

/** What a command's decision does to the claim: the claim as it was stored, and the events that follow. */
export interface ClaimMoved {
  readonly before: Stored<Claim>;
  readonly events: readonly ClaimEvent[];
}

/** Runs a command on a claim that exists and answers the claim. */
export function changeClaim<Seen = null>(
  services: Services,
  context: CommandContext,
  claimId: string,
  {
    view,
    reads = [],
    alsoReads = () => [],
    documents = noDocuments,
    look,
    decide,
    alongside = () => [],
  }: ClaimCommand<Seen>,
): Promise<Outcome> {
  return runCommand(services, context, {
    reads: [keyOfResource(claimLayout, claimId), ...reads, ...documents.reads],
    follow: (items) => {
      const claim = storedIn(items, claimLayout, claimId)?.state;
      return claim ? alsoReads(claim) : [];
    },
    look: async (items) => {
      const claim = storedIn(items, claimLayout, claimId)?.state;
      const contents = await documents.look(services, context, items);
      return { contents, seen: claim && look ? await look(claim) : (null as Seen) };
    },
    decide: (items, { contents, seen }) => {
      const stored = storedIn(items, claimLayout, claimId);
      const refusal = refusalOfAccess(context, stored, (claim) => mayReadClaim(context.caller, claim));
      if (refusal || !stored) return refusal ?? refusedBy(null, 'not-found');
      const used = documents.judge(context, items, contents);
      const decision = decide(stored.state, items, stored.version, used.refusals, seen);
      if (decision.kind === 'refused') return decision;
      const recorded = record(claimLayout, claimId, stored, decision.events, actOf(context));
      const beside = alongside(stored.state, items, { before: stored, events: decision.events });
      const { writes, jobs } = 'writes' in beside ? beside : { writes: beside, jobs: [] };
      return {
        kind: 'change',
        writes: [...recorded.writes, ...used.writes, ...writes],
        jobs,
        status: 200,
        body: view(recorded.stored, context.caller),
        version: recorded.stored.version,
      };
    },
  });
}
