import type { Source } from './enterprise.ts';
import type { DomainEvent } from './event.ts';
import { decideMove } from './graph.ts';
import { type Import, type ImportReleased, importMoves } from './import.ts';
import { type Decision, refusedBy } from './refusal.ts';

export const importModes = ['merge', 'replace'] as const;
export type ImportMode = (typeof importModes)[number];

/** Parts of one replace: it revokes when all of them are done (R6). */
export interface ImportSet {
  readonly id: string;
  readonly part: number;
  readonly parts: number;
}

/** What a replace would revoke, as told before its first write. */
export interface ReplaceExtent {
  readonly revocations: number;
  /** The category's certificates that are not revoked. */
  readonly certificates: number;
  readonly limitBp: number;
}

/** An import of a list (名单导入). */
export interface ListImport extends Import {
  readonly kind: 'list';
  readonly category: string;
  readonly mode: ImportMode;
  readonly dryRun: boolean;
  readonly source: Source;
  readonly set: ImportSet | null;
  readonly releasedBy: string | null;
  /** null until it is known, and for a merge. */
  readonly extent: ReplaceExtent | null;
}

export interface ImportAccepted extends DomainEvent {
  readonly type: 'import-accepted';
  readonly data: Omit<ListImport, 'kind' | 'state' | 'releasedBy' | 'extent' | 'counts' | 'failure' | 'cancellation'>;
}

/** Decides a release (R6): another official lets a large replace go on. Refusals: `four-eyes`, `state-conflict`. */
export function decideRelease(state: Import, by: string): Decision<ImportReleased> {
  if (state.acceptedBy === by) return refusedBy('R6', 'four-eyes', { proposedBy: state.acceptedBy });
  return decideMove(importMoves, state.state, { type: 'import-released', data: { by } });
}
