import { useRead } from '../../../api/use-read.ts';
import { filled } from '../../../parts/texts.ts';
import { useTexts } from '../../../shell/language.tsx';
import { overviewTexts } from '../texts.ts';
import { QueueEntry } from './queue-entry.tsx';

/** The items of open meetings on which a unit has not voted. */
export function MemberQueue({ unit }: { readonly unit: string }) {
  const { value } = useRead('/v1/meetings', { query: { state: 'open' } }, { everyMs: 30_000 });
  return value?.items.map(({ meetingId, title }) => (
    <MeetingEntry key={meetingId} meetingId={meetingId} title={title} unit={unit} />
  ));
}

interface MeetingEntryProps {
  readonly meetingId: string;
  readonly title: string;
  readonly unit: string;
}

function MeetingEntry({ meetingId, title, unit }: MeetingEntryProps) {
  const texts = useTexts(overviewTexts);
  const { value } = useRead('/v1/meetings/{meetingId}', { params: { meetingId } });
  const open = value?.items.filter(
    ({ outcome, votes }) => outcome === null && !votes.some((vote) => vote.unit === unit),
  );
  return (
    <QueueEntry
      count={open?.length ?? null}
      name={filled(texts.toVote, { title })}
      to={`/meetings/${meetingId}/vote`}
    />
  );
}
