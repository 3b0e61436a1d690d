import { Descriptions } from 'antd';
import { mayMove, policyMoves } from '../../../../shared/contracts/moves.ts';
import { useList } from '../../api/use-list.ts';
import { useRead } from '../../api/use-read.ts';
import { HistoryPanel } from '../../parts/history-panel.tsx';
import { PageHead } from '../../parts/page-head.tsx';
import { Panel } from '../../parts/panel.tsx';
import { ProblemNotice } from '../../parts/problem-notice.tsx';
import { StateMark } from '../../parts/state-mark.tsx';
import { useHasRole } from '../../session/use-session.ts';
import { useTexts } from '../../shell/language.tsx';
import type { PageProps } from '../pages.ts';
import { DraftActions } from './draft-actions.tsx';
import { DryRun } from './dry-run.tsx';
import { ParameterTable } from './parameter-table.tsx';
import { policiesTexts } from './texts.ts';

/** A version beside the one in force: what changes, what would differ, and its approval by another. */
export default function PolicyPage({ params }: PageProps) {
  const policyId = params.policyId ?? '';
  const texts = useTexts(policiesTexts);
  const isOffice = useHasRole('office');
  const seesDryRun = useHasRole('office', 'auditor');
  const { value, problem, reload } = useRead('/v1/policies/{policyId}', { params: { policyId } });
  const { items } = useList('/v1/policies');
  if (!value) return <ProblemNotice problem={problem} />;
  const inForce = items.find((policy) => policy.inForce) ?? null;
  const { name, state, effectiveFrom, effectiveThrough, source, builtIn, version } = value;
  const isDraft = mayMove(policyMoves, state, 'policy-approved');
  return (
    <>
      <PageHead title={name} beside={<StateMark of="policy" state={state} />}>
        {isOffice && isDraft && <DraftActions policyId={policyId} version={version} onDone={reload} />}
      </PageHead>
      <ProblemNotice problem={problem} />
      <Panel>
        <Descriptions
          size="small"
          column={{ xs: 1, sm: 2, lg: 4 }}
          items={[
            { key: 'from', label: texts.effectiveFrom, children: effectiveFrom },
            { key: 'through', label: texts.effectiveThrough, children: effectiveThrough ?? texts.none },
            {
              key: 'source',
              label: texts.source,
              children: [source.title, source.documentNumber].filter(Boolean).join(' '),
            },
            { key: 'builtIn', label: texts.builtIn, children: builtIn ? texts.yes : texts.no },
          ]}
        />
      </Panel>
      {inForce !== null && inForce.policyId !== policyId && (
        <Panel title={texts.differences}>
          <ParameterTable policy={value} beside={inForce} onlyDifferences />
        </Panel>
      )}
      {isDraft && seesDryRun && <DryRun policyId={policyId} />}
      <Panel title={texts.parameters}>
        <ParameterTable policy={value} beside={null} />
      </Panel>
      {!builtIn && (
        <HistoryPanel
          key={version}
          path="/v1/policies/{policyId}/history"
          params={{ policyId }}
          kind="policies"
          id={policyId}
        />
      )}
    </>
  );
}
