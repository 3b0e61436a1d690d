import { Table } from 'antd';
import type { Shape } from '../../api/calls.ts';
import { daysBetweenDays, todayHere } from '../../parts/day.ts';
import { Panel } from '../../parts/panel.tsx';
import { StateMark } from '../../parts/state-mark.tsx';
import { filled } from '../../parts/texts.ts';
import { useTexts } from '../../shell/language.tsx';
import { useWords } from '../../words/words.ts';
import { enterpriseTexts } from './texts.ts';

type Qualification = Shape<'Enterprise'>['qualifications'][number];

/** From so many days before its end on a certificate says how long it still holds. */
const soonDays = 180;

/** What puts the enterprise on the list, and until when. */
export function Certificates({ qualifications }: { readonly qualifications: readonly Qualification[] }) {
  const texts = useTexts(enterpriseTexts);
  const words = useWords();
  const until = ({ validUntil, state }: Qualification) => {
    if (validUntil === null) return texts.openEnded;
    const days = daysBetweenDays(todayHere(), validUntil);
    const isSoon = state === 'valid' && days >= 0 && days <= soonDays;
    return (
      <>
        {validUntil}
        {isSoon && <span className="state state-warning">{filled(texts.daysLeft, { days })}</span>}
      </>
    );
  };
  return (
    <Panel title={texts.certificates}>
      <Table<Qualification>
        aria-label={texts.certificates}
        size="small"
        rowKey={({ category, certificateNumber }) => `${category} ${certificateNumber}`}
        dataSource={[...qualifications]}
        pagination={false}
        scroll={{ x: 'max-content' }}
        columns={[
          { title: texts.category, render: (_, row) => words.category(row.category) },
          { title: texts.number, render: (_, row) => row.certificateNumber || texts.none },
          { title: texts.issuedOn, render: (_, row) => row.issuedOn ?? texts.none },
          { title: texts.validUntil, render: (_, row) => until(row) },
          { title: texts.state, render: (_, row) => <StateMark of="certificate" state={row.state} /> },
          {
            title: texts.source,
            render: (_, { source }) =>
              source === null ? texts.none : [source.title, source.documentNumber].filter(Boolean).join(' '),
          },
        ]}
      />
    </Panel>
  );
}
