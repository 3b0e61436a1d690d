import type { ListImport } from '../../domain/list-import.ts';
import type { ImportProgress } from '../../store/imports.ts';
import type { Stored } from '../../store/resource.ts';

/** An import as the API shows it: its state, and how far it is. */
export function importView({ state, version }: Stored<ListImport>, progress: ImportProgress) {
  const { title, documentNumber, issuedOn } = state.source;
  const { processed, added, updated, unchanged, rejected, revoked } = state.counts ?? progress;
  return {
    importId: state.importId,
    kind: state.kind,
    category: state.category,
    mode: state.mode,
    dryRun: state.dryRun,
    source: { title, documentNumber, issuedOn },
    set: state.set,
    state: state.state,
    total: state.total,
    processed,
    added,
    updated,
    unchanged,
    rejected,
    revoked,
    extent: state.extent,
    acceptedBy: state.acceptedBy,
    releasedBy: state.releasedBy,
    failure: state.failure,
    version,
  };
}
