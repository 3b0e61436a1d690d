import type { Day } from './calendar.ts';
import type { Source } from './enterprise.ts';
import type { DomainEvent } from './event.ts';
import { accepted, type Decision, refusedBy, stateConflict } from './refusal.ts';

export const importStates = ['queued', 'running', 'awaiting-release', 'done', 'failed'] as const;
export type ImportState = (typeof importStates)[number];

export const importModes = ['merge', 'replace'] as const;
export type ImportMode = (typeof importModes)[number];

/** Parts of one replace: it revokes when all of them are done (R6). */
export interface ImportSet {
  readonly id: string;
  readonly part: number;
  readonly parts: number;
}

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

/** What a replace would revoke, as told before its first write. */
export interface ReplaceExtent {
  readonly revocations: number;
  /** The category's certificates that are not revoked. */
  readonly certificates: number;
  readonly limitBp: number;
}

/** An import of a list (名单导入). */
export interface ListImport {
  readonly importId: string;
  readonly kind: 'list';
  readonly category: string;
  readonly mode: ImportMode;
  readonly dryRun: boolean;
  readonly source: Source;
  readonly set: ImportSet | null;
  readonly total: number;
  readonly state: ImportState;
  /** Its place in the order of acceptance of its category. */
  readonly ticket: number;
  readonly acceptedBy: string;
  readonly acceptedOn: Day;
  readonly releasedBy: string | null;
  /** null until it is known, and for a merge. */
  readonly extent: ReplaceExtent | null;
  /** Fixed when it has ended; null while it goes on. */
  readonly counts: ImportCounts | null;
  /** Why it failed. */
  readonly failure: string | null;
}

export interface ImportAccepted extends DomainEvent {
  readonly type: 'import-accepted';
  readonly data: Omit<ListImport, 'kind' | 'state' | 'releasedBy' | 'extent' | 'counts' | 'failure'>;
}
export interface ImportStarted extends DomainEvent {
  readonly type: 'import-started';
  readonly data: { readonly on: Day; readonly extent: ReplaceExtent | null };
}
export interface ImportAwaitsRelease extends DomainEvent {
  readonly type: 'import-awaits-release';
  readonly data: ReplaceExtent;
}
export interface ImportReleased extends DomainEvent {
  readonly type: 'import-released';
  readonly data: { readonly by: string };
}
export interface ImportDone extends DomainEvent {
  readonly type: 'import-done';
  readonly data: ImportCounts;
}
export interface ImportFailed extends DomainEvent {
  readonly type: 'import-failed';
  readonly data: ImportCounts & { readonly reason: string };
}
export type ImportEvent =
  | ImportAccepted
  | ImportStarted
  | ImportAwaitsRelease
  | ImportReleased
  | ImportDone
  | ImportFailed;

/** Decides a release (R6): another official lets a large replace go on. Refusals: `four-eyes`, `state-conflict`. */
export function decideRelease(state: ListImport, by: string): Decision<ImportEvent> {
  if (state.acceptedBy === by) return refusedBy('R6', 'four-eyes', { proposedBy: state.acceptedBy });
  if (state.state !== 'awaiting-release') return stateConflict(state.state, ['awaiting-release']);
  return accepted({ type: 'import-released', data: { by } });
}

/** The import after an event; the first event makes it. */
export function evolveImport(state: ListImport | null, event: ImportEvent): ListImport {
  if (event.type === 'import-accepted') {
    const open = { releasedBy: null, extent: null, counts: null, failure: null };
    return { ...event.data, kind: 'list', state: 'queued', ...open };
  }
  if (!state) throw new Error(`${event.type} before import-accepted`);
  switch (event.type) {
    case 'import-started':
      return { ...state, state: 'running', extent: event.data.extent };
    case 'import-awaits-release':
      return { ...state, state: 'awaiting-release' };
    case 'import-released':
      return { ...state, state: 'running', releasedBy: event.data.by };
    case 'import-done':
      return { ...state, state: 'done', counts: event.data };
    case 'import-failed': {
      const { reason, ...counts } = event.data;
      return { ...state, state: 'failed', counts, failure: reason };
    }
  }
}
