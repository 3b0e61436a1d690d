import { Button, Descriptions } from 'antd';
import { mayMove, meetingMoves } from '../../../../shared/contracts/moves.ts';
import { useRead } from '../../api/use-read.ts';
import { instantText } from '../../parts/day.ts';
import { HistoryPanel } from '../../parts/history-panel.tsx';
import { PageHead } from '../../parts/page-head.tsx';
import { Panel } from '../../parts/panel.tsx';
import { ProblemNotice } from '../../parts/problem-notice.tsx';
import { StateMark } from '../../parts/state-mark.tsx';
import { filled } from '../../parts/texts.ts';
import { useHasRole } from '../../session/use-session.ts';
import { hrefOf } from '../../shell/address.ts';
import { useTexts } from '../../shell/language.tsx';
import type { PageProps } from '../pages.ts';
import { AgendaItem } from './agenda-item.tsx';
import { OfficeActions } from './office-actions.tsx';
import { meetingsTexts } from './texts.ts';

/** How often the votes are looked at while they come in. */
const liveMs = 3_000;

/** A meeting: its agenda with material, votes as they come in, and what is done with them. */
export default function MeetingPage({ params }: PageProps) {
  const meetingId = params.meetingId ?? '';
  const texts = useTexts(meetingsTexts);
  const isOffice = useHasRole('office');
  const isMember = useHasRole('member');
  const { value, problem, reload } = useRead(
    '/v1/meetings/{meetingId}',
    { params: { meetingId } },
    { everyMs: liveMs },
  );
  if (!value) return <ProblemNotice problem={problem} />;
  const { title, state, items, itemsCarriedOut } = value;
  return (
    <>
      <PageHead title={title} beside={<StateMark of="meeting" state={state} />}>
        {isMember && mayMove(meetingMoves, state, 'vote-cast') && (
          <Button type="primary" href={hrefOf(`/meetings/${meetingId}/vote`)}>
            {texts.goVote}
          </Button>
        )}
        {isOffice && mayMove(meetingMoves, state, 'meeting-resolved') && (
          <OfficeActions meeting={value} onDone={reload} />
        )}
        <Button href={hrefOf(`/meetings/${meetingId}/minutes`)}>{texts.minutes}</Button>
      </PageHead>
      <ProblemNotice problem={problem} />
      <Panel>
        <Descriptions
          size="small"
          column={{ xs: 1, sm: 2, lg: 3 }}
          items={[
            {
              key: 'number',
              label: texts.number,
              children: filled(texts.numbered, { year: value.year, number: value.number }),
            },
            { key: 'day', label: texts.convenesOn, children: value.convenesOn },
            { key: 'form', label: texts.form, children: texts[value.form] },
            { key: 'closes', label: texts.closes, children: instantText(value.votingClosesAt) },
            ...(value.reason === null ? [] : [{ key: 'reason', label: texts.cancelled, children: value.reason }]),
          ]}
        />
        <p className="quiet">{filled(texts.quorum, { quorum: value.quorumUnits, left: value.minVotingUnits })}</p>
        {state === 'resolved' && (
          <p role="status">{filled(texts.carriedOut, { done: itemsCarriedOut, all: items.length })}</p>
        )}
      </Panel>
      {items.map((item, index) => (
        <AgendaItem key={item.itemId} meeting={value} item={item} index={index + 1} onDone={reload} />
      ))}
      <HistoryPanel
        key={value.version}
        path="/v1/meetings/{meetingId}/history"
        params={{ meetingId }}
        kind="meetings"
        id={meetingId}
      />
    </>
  );
}
