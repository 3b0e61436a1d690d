import { applicationMoves, mayMove } from '../../../../shared/contracts/moves.ts';
import { useRead } from '../../api/use-read.ts';
import { HistoryPanel } from '../../parts/history-panel.tsx';
import { PageHead } from '../../parts/page-head.tsx';
import { ProblemNotice } from '../../parts/problem-notice.tsx';
import { StateMark } from '../../parts/state-mark.tsx';
import { useHasRole } from '../../session/use-session.ts';
import { useTexts } from '../../shell/language.tsx';
import type { PageProps } from '../pages.ts';
import { ApplicationTerms } from './application-terms.tsx';
import { OfficeDecision } from './office-decision.tsx';
import { reviewsTexts } from './texts.ts';

/** An application: what is asked, the check rule by rule, and the office's decision beside it. */
export default function ReviewPage({ params }: PageProps) {
  const applicationId = params.applicationId ?? '';
  const texts = useTexts(reviewsTexts);
  const isOffice = useHasRole('office');
  const { value, problem, reload } = useRead('/v1/applications/{applicationId}', { params: { applicationId } });
  if (!value) return <ProblemNotice problem={problem} />;
  return (
    <>
      <PageHead title={texts.application} beside={<StateMark of="application" state={value.state} />} />
      <ProblemNotice problem={problem} />
      <ApplicationTerms application={value} />
      {isOffice && mayMove(applicationMoves, value.state, 'application-confirmed') && (
        <OfficeDecision application={value} onDecided={reload} />
      )}
      <HistoryPanel
        key={value.version}
        path="/v1/applications/{applicationId}/history"
        params={{ applicationId }}
        kind="applications"
        id={applicationId}
      />
    </>
  );
}
