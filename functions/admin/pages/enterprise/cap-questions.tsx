import { Table } from 'antd';
import type { Shape } from '../../api/calls.ts';
import { useList } from '../../api/use-list.ts';
import { Amount } from '../../parts/amount.tsx';
import { instantText } from '../../parts/day.ts';
import { useInstitutionName } from '../../parts/institution-names.tsx';
import { Panel } from '../../parts/panel.tsx';
import { ProblemNotice } from '../../parts/problem-notice.tsx';
import { useTexts } from '../../shell/language.tsx';
import { enterpriseTexts } from './texts.ts';

type Question = Shape<'EligibilityQuestions'>['questions'][number] & { readonly institutionId: string };

/** What banks asked about what is left of the enterprise's cap, newest first (R10). */
export function CapQuestions({ creditCode }: { readonly creditCode: string }) {
  const texts = useTexts(enterpriseTexts);
  const nameOf = useInstitutionName();
  const { items, problem } = useList('/v1/eligibility-questions', { query: { creditCode } });
  const asked = items.flatMap(({ institutionId, questions }) =>
    questions.map((question) => ({ ...question, institutionId })).reverse(),
  );
  return (
    <Panel title={texts.questions}>
      <ProblemNotice problem={problem} />
      <Table<Question>
        aria-label={texts.questions}
        size="small"
        rowKey={({ at, sub, institutionId }) => `${at} ${institutionId} ${sub}`}
        dataSource={asked}
        pagination={{ pageSize: 10, hideOnSinglePage: true }}
        scroll={{ x: 'max-content' }}
        columns={[
          { title: texts.askedAt, render: (_, { at }) => instantText(at) },
          { title: texts.institution, render: (_, { institutionId }) => nameOf(institutionId) },
          { title: texts.askedByPerson, render: (_, { sub }) => sub ?? texts.none },
          { title: texts.askedHow, render: (_, { by }) => texts[`by_${by}`] },
          { title: texts.askedAmount, align: 'right', render: (_, { amountFen }) => <Amount fen={amountFen} /> },
        ]}
      />
    </Panel>
  );
}
