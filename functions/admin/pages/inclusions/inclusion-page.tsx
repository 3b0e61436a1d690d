import { Descriptions } from 'antd';
import { useRead } from '../../api/use-read.ts';
import { EnterpriseLink } from '../../parts/enterprise-link.tsx';
import { EvidenceTable } from '../../parts/evidence-table.tsx';
import { HistoryPanel } from '../../parts/history-panel.tsx';
import { PageHead } from '../../parts/page-head.tsx';
import { Panel } from '../../parts/panel.tsx';
import { ProblemNotice } from '../../parts/problem-notice.tsx';
import { StateMark } from '../../parts/state-mark.tsx';
import { hrefOf } from '../../shell/address.ts';
import { useTexts } from '../../shell/language.tsx';
import { usePunctuation } from '../../shell/punctuation.ts';
import type { PageProps } from '../pages.ts';
import { InclusionActions } from './inclusion-actions.tsx';
import { inclusionsTexts } from './texts.ts';

/** A request for inclusion: its grounds, its papers, and what became of it. */
export default function InclusionPage({ params }: PageProps) {
  const inclusionId = params.inclusionId ?? '';
  const texts = useTexts(inclusionsTexts);
  const { labelled } = usePunctuation();
  const { value, problem, reload } = useRead('/v1/inclusions/{inclusionId}', { params: { inclusionId } });
  if (!value) return <ProblemNotice problem={problem} />;
  const { name, state, creditCode, meetingId, reason, version } = value;
  return (
    <>
      <PageHead title={labelled(texts.inclusion, name)} beside={<StateMark of="inclusion" state={state} />}>
        <InclusionActions inclusion={value} onDone={reload} />
      </PageHead>
      <ProblemNotice problem={problem} />
      <Panel>
        <Descriptions
          size="small"
          column={{ xs: 1, lg: 2 }}
          items={[
            { key: 'enterprise', label: texts.enterprise, children: <EnterpriseLink creditCode={creditCode} /> },
            { key: 'by', label: texts.submittedBy, children: `${value.submittedBy} · ${value.submittedOn}` },
            { key: 'need', label: texts.innovationNeed, children: value.innovationNeed },
            { key: 'lack', label: texts.financingLack, children: value.financingLack },
            { key: 'until', label: texts.validUntil, children: value.validUntil ?? texts.openEnded },
            { key: 'from', label: texts.includedFrom, children: value.includedFrom ?? texts.none },
            ...(meetingId === null
              ? []
              : [
                  {
                    key: 'meeting',
                    label: texts.meeting,
                    children: <a href={hrefOf(`/meetings/${meetingId}`)}>{texts.openMeeting}</a>,
                  },
                ]),
            ...(reason === null ? [] : [{ key: 'reason', label: texts.reason, children: reason }]),
          ]}
        />
      </Panel>
      <Panel title={texts.evidence}>
        <EvidenceTable evidence={value.evidence} />
      </Panel>
      <HistoryPanel
        key={version}
        path="/v1/inclusions/{inclusionId}/history"
        params={{ inclusionId }}
        kind="inclusions"
        id={inclusionId}
      />
    </>
  );
}
