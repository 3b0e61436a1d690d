import { useRead } from '../../api/use-read.ts';
import { EvidenceTable } from '../../parts/evidence-table.tsx';
import { HistoryPanel } from '../../parts/history-panel.tsx';
import { PageHead } from '../../parts/page-head.tsx';
import { Panel } from '../../parts/panel.tsx';
import { ProblemNotice } from '../../parts/problem-notice.tsx';
import { StateMark } from '../../parts/state-mark.tsx';
import { useTexts } from '../../shell/language.tsx';
import type { PageProps } from '../pages.ts';
import { LoanTerms } from './loan-terms.tsx';
import { Readiness } from './readiness.tsx';
import { loansTexts } from './texts.ts';

/** The file of a loan: terms, classification, papers, readiness for a claim, history. */
export default function LoanPage({ params }: PageProps) {
  const loanId = params.loanId ?? '';
  const texts = useTexts(loansTexts);
  const { value, problem } = useRead('/v1/loans/{loanId}', { params: { loanId } });
  if (!value) return <ProblemNotice problem={problem} />;
  return (
    <>
      <PageHead
        title={`${texts.loan} ${value.contractNumber || loanId}`}
        beside={<StateMark of="loan" state={value.state} />}
      />
      <LoanTerms loan={value} />
      <Panel title={texts.evidence}>
        <EvidenceTable evidence={value.evidence} />
      </Panel>
      <Readiness loanId={loanId} />
      <HistoryPanel path="/v1/loans/{loanId}/history" params={{ loanId }} kind="loans" id={loanId} />
    </>
  );
}
