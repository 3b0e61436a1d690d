import type { PlannedImport } from '../../imports/use-plan.ts';
import { useStage } from '../../imports/use-stage.ts';
import { PageHead } from '../../parts/page-head.tsx';
import { Panel } from '../../parts/panel.tsx';
import { ProblemNotice } from '../../parts/problem-notice.tsx';
import { StateMark } from '../../parts/state-mark.tsx';
import { useTexts } from '../../shell/language.tsx';
import { FailedParts } from './failed-parts.tsx';
import { ImportCounts } from './import-counts.tsx';
import { ImportProgress } from './import-progress.tsx';
import { PartsTable } from './parts-table.tsx';
import { RejectionsTable } from './rejections-table.tsx';
import { ReleaseWarning } from './release-warning.tsx';
import { ResultSheet } from './result-sheet.tsx';
import { SendingState } from './sending-state.tsx';
import { listImportTexts } from './texts.ts';

/** The import itself: its parts being sent and worked on, what became of them, and the sheet back with what became of each row. */
export function ResultStep({ planned }: { readonly planned: PlannedImport }) {
  const { plan } = planned;
  const texts = useTexts(listImportTexts);
  const { sending, parts, values, total, state, problem } = useStage(planned, 'commit');
  const { processed, rejected, extent } = total;
  return (
    <>
      <PageHead title={plan.about?.title ?? texts.loansTitle} beside={<StateMark of="import" state={state} />} />
      <Panel title={texts.result}>
        <SendingState sending={sending} isKept={plan.isKept} />
        <ProblemNotice problem={problem} />
        <FailedParts plan={plan} stage="commit" values={values} />
        {state === 'awaiting-release' && <ReleaseWarning extent={extent} isOwn />}
        {state === 'running' && parts.length > 0 && (
          <ImportProgress says={texts.working} done={processed} of={plan.rows} />
        )}
        {values.size > 0 && <ImportCounts kind={plan.kind} value={total} />}
        {state !== 'running' && <ResultSheet planned={planned} parts={parts} values={values} />}
      </Panel>
      {plan.commit.length > 1 && (
        <Panel title={texts.parts}>
          <PartsTable planned={planned} values={values} />
        </Panel>
      )}
      {state !== 'running' && rejected > 0 && (
        <Panel title={texts.rejections}>
          <RejectionsTable kind={plan.kind} parts={parts} />
        </Panel>
      )}
    </>
  );
}
