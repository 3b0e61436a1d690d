import type { Day } from './calendar.ts';
import type { DomainEvent } from './event.ts';
import { decideMove, type Moves, moved } from './graph.ts';
import type { ImportAccepted, ListImport, ReplaceExtent } from './list-import.ts';
import { type LoanImport, type LoanImportAccepted, loanLine } from './loan-import.ts';
import type { Decision } from './refusal.ts';

export const importStates = ['queued', 'running', 'awaiting-release', 'done', 'failed', 'cancelled'] as const;
export type ImportState = (typeof importStates)[number];

/** What has become of the rows so far. `processed` counts rows: added, updated, unchanged and rejected ones. */
export interface ImportCounts {
  readonly processed: number;
  readonly added: number;
  readonly updated: number;
  readonly unchanged: number;
  readonly rejected: number;
  /** Certificates, not rows. */
  readonly revoked: number;
}

/** What every import (导入) has, whatever its rows are. */
export interface Import {
  readonly importId: string;
  readonly total: number;
  readonly state: ImportState;
  /** Its place in the order of acceptance of its line. */
  readonly ticket: number;
  readonly acceptedBy: string;
  readonly acceptedOn: Day;
  /** Fixed when it has ended; null while it goes on. */
  readonly counts: ImportCounts | null;
  /** Why it failed. */
  readonly failure: string | null;
  /** Who cancelled it, and why; not there in one that was not cancelled. */
  readonly cancellation?: ImportCancellation;
}

export interface ImportCancellation {
  readonly by: string;
  readonly reason: string;
}

/** An import of one kind or another, told apart by `kind`. */
export type AnyImport = ListImport | LoanImport;

export const importKinds = ['list', 'loans'] as const satisfies readonly AnyImport['kind'][];

/** `extent`: what a replace of a list would revoke. */
export type ImportStarted = DomainEvent<'import-started', { readonly on: Day; readonly extent: ReplaceExtent | null }>;
export type ImportAwaitsRelease = DomainEvent<'import-awaits-release', ReplaceExtent>;
export type ImportReleased = DomainEvent<'import-released', { readonly by: string }>;
export type ImportDone = DomainEvent<'import-done', ImportCounts>;
export type ImportFailed = DomainEvent<'import-failed', ImportCounts & { readonly reason: string }>;
/** What had become of the rows by then: it stays. */
export type ImportCancelled = DomainEvent<'import-cancelled', ImportCounts & ImportCancellation>;
export type ImportEvent =
  | ImportAccepted
  | LoanImportAccepted
  | ImportStarted
  | ImportAwaitsRelease
  | ImportReleased
  | ImportDone
  | ImportFailed
  | ImportCancelled;

export const importMoves: Moves<ImportState, ImportEvent['type']> = {
  'import-accepted': { from: [], to: 'queued' },
  'loan-import-accepted': { from: [], to: 'queued' },
  'import-started': { from: ['queued'], to: 'running' },
  'import-awaits-release': { from: ['running'], to: 'awaiting-release' },
  'import-released': { from: ['awaiting-release'], to: 'running' },
  'import-done': { from: ['running'], to: 'done' },
  'import-failed': { from: ['queued', 'running'], to: 'failed' },
  'import-cancelled': { from: ['queued', 'running', 'awaiting-release'], to: 'cancelled' },
};

/** The line that an import waits in: imports of one line run one after another, in order of acceptance (R6). */
export const lineOf = (state: AnyImport): string => (state.kind === 'list' ? state.category : loanLine);

/** The import after an event; the first event makes it. */
export function evolveImport(before: AnyImport | null, event: ImportEvent): AnyImport {
  if (event.type === 'import-accepted') {
    const open = { releasedBy: null, extent: null, counts: null, failure: null };
    return { ...event.data, kind: 'list', state: 'queued', ...open };
  }
  if (event.type === 'loan-import-accepted') {
    return { ...event.data, kind: 'loans', state: 'queued', counts: null, failure: null };
  }
  const state = moved(importMoves, before, event.type);
  switch (event.type) {
    case 'import-started':
      return state.kind === 'loans' ? state : { ...state, extent: event.data.extent };
    case 'import-awaits-release':
      return state;
    case 'import-released':
      if (state.kind === 'loans') throw new Error('an import of loans waits for no release');
      return { ...state, releasedBy: event.data.by };
    case 'import-done':
      return { ...state, counts: event.data };
    case 'import-failed': {
      const { reason, ...counts } = event.data;
      return { ...state, counts, failure: reason };
    }
    case 'import-cancelled': {
      const { by, reason, ...counts } = event.data;
      return { ...state, counts, cancellation: { by, reason } };
    }
  }
}

/** Whether it stands in its line. */
export const isInLine = ({ state }: Import): boolean => state === 'queued' || state === 'running';

/** Decides a cancellation (operation.md, section 4): what was written by then stays. Refusal: `state-conflict`. */
export function decideCancellation(
  { state }: Import,
  counts: ImportCounts,
  cancellation: ImportCancellation,
): Decision<ImportCancelled> {
  return decideMove(importMoves, state, { type: 'import-cancelled', data: { ...counts, ...cancellation } });
}
