import { Alert } from 'antd';
import { claimMoves, mayMove } from '../../../../shared/contracts/moves.ts';
import { useRead } from '../../api/use-read.ts';
import { useEnterpriseName } from '../../parts/enterprise-names.ts';
import { HistoryPanel } from '../../parts/history-panel.tsx';
import { PageHead } from '../../parts/page-head.tsx';
import { ProblemNotice } from '../../parts/problem-notice.tsx';
import { StateMark } from '../../parts/state-mark.tsx';
import { useTexts } from '../../shell/language.tsx';
import { usePunctuation } from '../../shell/punctuation.ts';
import type { PageProps } from '../pages.ts';
import { ClaimActions } from './claim-actions.tsx';
import { ClaimEvidence } from './claim-evidence.tsx';
import { ClaimFacts } from './claim-facts.tsx';
import { ClaimOutcome } from './claim-outcome.tsx';
import { Completeness } from './completeness.tsx';
import { claimsTexts } from './texts.ts';

/** How often a claim that moves by itself is looked at. */
const movingMs = 5_000;

/** A claim from filing to payment. */
export default function ClaimPage({ params }: PageProps) {
  const claimId = params.claimId ?? '';
  const texts = useTexts(claimsTexts);
  const { labelled } = usePunctuation();
  const { value, problem, reload } = useRead('/v1/claims/{claimId}', { params: { claimId } }, { everyMs: movingMs });
  const name = useEnterpriseName(value?.creditCode ?? null);
  if (!value) return <ProblemNotice problem={problem} />;
  const { state, evidence } = value;
  return (
    <>
      <PageHead title={labelled(texts.claim, name)} beside={<StateMark of="claim" state={state} />}>
        <ClaimActions claim={value} onDone={reload} />
      </PageHead>
      <ProblemNotice problem={problem} />
      {state === 'awaiting-funds' && <Alert className="problem" type="warning" showIcon title={texts.awaitingSays} />}
      {state === 'approved' && <Alert className="problem" type="info" showIcon title={texts.approvedSays} />}
      <ClaimFacts claim={value} />
      {evidence !== null && <ClaimEvidence loanId={value.loanId} evidence={evidence} />}
      {mayMove(claimMoves, state, 'withdrawn-by-institution') && <Completeness loanId={value.loanId} />}
      <ClaimOutcome claim={value} />
      <HistoryPanel
        key={value.version}
        path="/v1/claims/{claimId}/history"
        params={{ claimId }}
        kind="claims"
        id={claimId}
      />
    </>
  );
}
