import { Table } from 'antd';
import { Amount } from '../../parts/amount.tsx';
import { instantText } from '../../parts/day.ts';
import { useTexts } from '../../shell/language.tsx';
import { useWords } from '../../words/words.ts';
import type { Item, Meeting } from './agenda-item.tsx';
import { meetingsTexts } from './texts.ts';

const tones = { approve: 'good', reject: 'bad', abstain: 'plain', recuse: 'warning' } as const;

/** Every unit, and what it has voted. */
export function VotesTable({ meeting, item }: { readonly meeting: Meeting; readonly item: Item }) {
  const texts = useTexts(meetingsTexts);
  const words = useWords();
  const rows = meeting.units.map((unit) => ({ unit, vote: item.votes.find((vote) => vote.unit === unit) ?? null }));
  return (
    <Table
      aria-label={texts.votes}
      size="small"
      rowKey="unit"
      dataSource={rows}
      pagination={false}
      scroll={{ x: 'max-content' }}
      columns={[
        { title: texts.unit, render: (_, { unit }) => words.unit(unit) },
        {
          title: texts.vote,
          render: (_, { vote }) =>
            vote === null ? (
              <span className="quiet">{texts.notVoted}</span>
            ) : (
              <span className={`state state-${tones[vote.vote]}`}>{words.vote(vote.vote)}</span>
            ),
        },
        { title: texts.advised, align: 'right', render: (_, { vote }) => <Amount fen={vote?.assessedFen} /> },
        { title: texts.opinion, render: (_, { vote }) => vote?.opinion ?? texts.none },
        { title: texts.at, render: (_, { vote }) => instantText(vote?.at ?? null) },
      ]}
    />
  );
}
