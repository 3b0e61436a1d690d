import { mayMove, meetingMoves } from '../../../../shared/contracts/moves.ts';
import type { Shape } from '../../api/calls.ts';
import { useEnterpriseName } from '../../parts/enterprise-names.ts';
import { Panel } from '../../parts/panel.tsx';
import { StateMark } from '../../parts/state-mark.tsx';
import { filled } from '../../parts/texts.ts';
import { useHasRole } from '../../session/use-session.ts';
import { useTexts } from '../../shell/language.tsx';
import { usePunctuation } from '../../shell/punctuation.ts';
import { useWords } from '../../words/words.ts';
import { AgendaChanges } from './agenda-changes.tsx';
import { HeldItem } from './held-item.tsx';
import { ItemFigures } from './item-figures.tsx';
import { ItemMaterial } from './item-material.tsx';
import { Tally } from './tally.tsx';
import { meetingsTexts } from './texts.ts';
import { VotesTable } from './votes-table.tsx';

export type Meeting = Shape<'MeetingRecord'>;
export type Item = Meeting['items'][number];

interface AgendaItemProps {
  readonly meeting: Meeting;
  readonly item: Item;
  readonly index: number;
  readonly onDone: () => void;
}

const tones = { approved: 'good', rejected: 'bad', deferred: 'warning', withdrawn: 'plain' } as const;

/** One item: what it is about, its material, its votes, its outcome. */
export function AgendaItem({ meeting, item, index, onDone }: AgendaItemProps) {
  const texts = useTexts(meetingsTexts);
  const words = useWords();
  const { labelled } = usePunctuation();
  const isOffice = useHasRole('office');
  const name = useEnterpriseName(item.creditCode);
  return (
    <Panel
      title={
        <>
          {labelled(filled(texts.item, { index }), `${words.kind(item.kind)} · ${name}`)}{' '}
          {item.outcome !== null && (
            <span className={`state state-${tones[item.outcome]}`}>{words.outcome(item.outcome)}</span>
          )}{' '}
          {meeting.state === 'resolved' && <StateMark of="carried" state={item.carriedOut} />}
        </>
      }
    >
      <ItemFigures item={item} />
      <Tally meeting={meeting} item={item} />
      <VotesTable meeting={meeting} item={item} />
      <ItemMaterial item={item} />
      {isOffice && <HeldItem meeting={meeting} item={item} onDone={onDone} />}
      {isOffice && mayMove(meetingMoves, meeting.state, 'agenda-changed') && (
        <AgendaChanges meeting={meeting} item={item} onDone={onDone} />
      )}
    </Panel>
  );
}
