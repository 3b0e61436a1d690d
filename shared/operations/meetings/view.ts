import type { AgendaItem, Meeting } from '../../domain/meeting.ts';
import type { VoidedVotes } from '../../domain/meeting-event.ts';
import type { Stored } from '../../store/resource.ts';

/** A meeting's ids and figures, as every command answers it; a whole agenda of 40 stays well under 32 KiB. */
export const meetingView = (
  { state, version }: Stored<Meeting>,
  { votesVoided = [] }: { readonly votesVoided?: readonly VoidedVotes[] } = {},
) => ({
  meetingId: state.meetingId,
  title: state.title,
  year: state.year,
  number: state.number,
  convenesOn: state.convenesOn,
  form: state.form,
  votingClosesAt: state.votingClosesAt,
  state: state.state,
  items: state.items.map(itemView),
  votesVoided,
  policy: state.policy,
  resolvedAt: state.resolvedAt,
  reason: state.reason,
  version,
});

export const itemView = (item: AgendaItem) => ({
  itemId: item.itemId,
  kind: item.kind,
  claimId: item.claimId,
  inclusionId: item.inclusionId,
  creditCode: item.creditCode,
  claimedFen: item.claimedFen,
  proposedAssessedFen: item.proposedAssessedFen,
  outcome: item.resolution?.outcome ?? null,
  assessedFen: item.resolution?.assessedFen ?? null,
});
