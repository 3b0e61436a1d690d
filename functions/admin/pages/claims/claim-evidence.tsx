import type { Shape } from '../../api/calls.ts';
import { useRead } from '../../api/use-read.ts';
import { EvidenceTable } from '../../parts/evidence-table.tsx';
import { Panel } from '../../parts/panel.tsx';
import { ProblemNotice } from '../../parts/problem-notice.tsx';
import { useTexts } from '../../shell/language.tsx';
import { claimsTexts } from './texts.ts';

interface ClaimEvidenceProps {
  readonly loanId: string;
  readonly evidence: NonNullable<Shape<'Claim'>['evidence']>;
}

/** The papers of a claim: those that came with it, and those that the loan already holds, which count as well (R20). */
export function ClaimEvidence({ loanId, evidence }: ClaimEvidenceProps) {
  const texts = useTexts(claimsTexts);
  const { value, problem } = useRead('/v1/loans/{loanId}', { params: { loanId } });
  return (
    <Panel title={texts.evidence}>
      <ProblemNotice problem={problem} />
      <EvidenceTable evidence={[...evidence, ...(value?.evidence ?? [])]} />
    </Panel>
  );
}
