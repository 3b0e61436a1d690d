import { Alert, Button } from 'antd';
import { mayMove, meetingMoves } from '../../../../shared/contracts/moves.ts';
import { useRead } from '../../api/use-read.ts';
import { useEnterpriseName } from '../../parts/enterprise-names.ts';
import { PageHead } from '../../parts/page-head.tsx';
import { Panel } from '../../parts/panel.tsx';
import { ProblemNotice } from '../../parts/problem-notice.tsx';
import { filled } from '../../parts/texts.ts';
import { useWho } from '../../session/use-session.ts';
import { hrefOf } from '../../shell/address.ts';
import { useTexts } from '../../shell/language.tsx';
import { usePunctuation } from '../../shell/punctuation.ts';
import { useWords } from '../../words/words.ts';
import type { PageProps } from '../pages.ts';
import type { Item, Meeting } from './agenda-item.tsx';
import { ItemFigures } from './item-figures.tsx';
import { ItemMaterial } from './item-material.tsx';
import { meetingsTexts } from './texts.ts';
import { VoteForm } from './vote-form.tsx';

/** A member's page: each item with its material, and the unit's vote; made for a phone. */
export default function VotePage({ params }: PageProps) {
  const meetingId = params.meetingId ?? '';
  const texts = useTexts(meetingsTexts);
  const { value, problem, reload } = useRead('/v1/meetings/{meetingId}', { params: { meetingId } });
  if (!value) return <ProblemNotice problem={problem} />;
  return (
    <div className="vote-page">
      <PageHead title={value.title}>
        <Button href={hrefOf(`/meetings/${meetingId}`)}>{texts.backToMeeting}</Button>
      </PageHead>
      <ProblemNotice problem={problem} />
      {!mayMove(meetingMoves, value.state, 'vote-cast') && (
        <Alert className="problem" type="info" showIcon title={texts.closed} />
      )}
      {value.items.map((item, index) => (
        <VoteCard key={item.itemId} meeting={value} item={item} index={index + 1} onDone={reload} />
      ))}
    </div>
  );
}

interface VoteCardProps {
  readonly meeting: Meeting;
  readonly item: Item;
  readonly index: number;
  readonly onDone: () => void;
}

function VoteCard({ meeting, item, index, onDone }: VoteCardProps) {
  const texts = useTexts(meetingsTexts);
  const { labelled } = usePunctuation();
  const words = useWords();
  const { org } = useWho();
  const name = useEnterpriseName(item.creditCode);
  const mayVote = mayMove(meetingMoves, meeting.state, 'vote-cast');
  const mine = item.votes.find(({ unit }) => unit === org);
  return (
    <Panel title={labelled(filled(texts.item, { index }), `${words.kind(item.kind)} · ${name}`)}>
      <ItemFigures item={item} />
      <ItemMaterial item={item} />
      {mine && (
        <Alert
          className="problem"
          type="success"
          showIcon
          title={filled(texts.myVote, { vote: words.vote(mine.vote) })}
          description={mayVote ? texts.changeVote : undefined}
        />
      )}
      {mayVote && item.outcome === null && <VoteForm meetingId={meeting.meetingId} item={item} onDone={onDone} />}
    </Panel>
  );
}
