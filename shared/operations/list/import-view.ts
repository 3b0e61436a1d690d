import type { AnyImport } from '../../domain/import.ts';
import type { ImportProgress } from '../../store/imports.ts';
import type { Stored } from '../../store/resource.ts';

/** An import as the API shows it: its state, and how far it is. What only a list has is null for loans. */
export function importView({ state, version }: Stored<AnyImport>, progress: ImportProgress) {
  const { processed, added, updated, unchanged, rejected, revoked } = state.counts ?? progress;
  return {
    importId: state.importId,
    kind: state.kind,
    ...askedOf(state),
    state: state.state,
    total: state.total,
    processed,
    added,
    updated,
    unchanged,
    rejected,
    revoked,
    acceptedBy: state.acceptedBy,
    failure: state.failure,
    cancellation: state.cancellation ?? null,
    version,
  };
}

function askedOf(state: AnyImport) {
  if (state.kind === 'loans') {
    return { category: null, mode: null, dryRun: false, source: null, set: null, extent: null, releasedBy: null };
  }
  const { category, mode, dryRun, set, extent, releasedBy } = state;
  const { title, documentNumber, issuedOn } = state.source;
  return { category, mode, dryRun, source: { title, documentNumber, issuedOn }, set, extent, releasedBy };
}
