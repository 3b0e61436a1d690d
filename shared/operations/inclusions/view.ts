import type { Inclusion } from '../../domain/inclusion.ts';
import type { Stored } from '../../store/resource.ts';

/** An inclusion as the API shows it. */
export const inclusionView = ({ state, version }: Stored<Inclusion>) => ({
  inclusionId: state.inclusionId,
  creditCode: state.creditCode,
  name: state.name,
  innovationNeed: state.innovationNeed,
  financingLack: state.financingLack,
  evidence: state.evidence.map(({ kind, reference, documentId, datedOn }) => ({
    kind,
    reference,
    documentId,
    datedOn,
  })),
  validUntil: state.validUntil,
  submittedBy: state.submittedBy.org,
  submittedOn: state.submittedOn,
  state: state.state,
  meetingId: state.meetingId,
  itemId: state.itemId,
  includedFrom: state.includedFrom,
  reason: state.reason,
  version,
});
