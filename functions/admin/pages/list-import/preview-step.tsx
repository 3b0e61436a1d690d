import { Alert, Button, Tabs } from 'antd';
import { changePlan } from '../../imports/import-plan.ts';
import type { PlannedImport } from '../../imports/use-plan.ts';
import { useStage } from '../../imports/use-stage.ts';
import { countText } from '../../parts/count-text.ts';
import { Panel } from '../../parts/panel.tsx';
import { ProblemNotice } from '../../parts/problem-notice.tsx';
import { filled } from '../../parts/texts.ts';
import { useTexts } from '../../shell/language.tsx';
import { ChangesTable } from './changes-table.tsx';
import { FailedParts } from './failed-parts.tsx';
import { ImportCounts } from './import-counts.tsx';
import { ImportProgress } from './import-progress.tsx';
import { RejectionsTable } from './rejections-table.tsx';
import { SendingState } from './sending-state.tsx';
import { listImportTexts } from './texts.ts';

interface PreviewStepProps {
  readonly planned: PlannedImport;
  readonly onStartOver: () => void;
}

/** What the file would change, line by line, and the button that does it. */
export function PreviewStep({ planned, onStartOver }: PreviewStepProps) {
  const { plan } = planned;
  const texts = useTexts(listImportTexts);
  const { sending, parts, values, total, state, problem } = useStage(planned, 'preview');
  const { processed, added, updated, revoked, rejected, extent } = total;
  const limit =
    extent && extent.certificates > 0 && (revoked / extent.certificates) * 10_000 > extent.limitBp
      ? extent.limitBp / 100
      : null;
  const confirm = (): void => changePlan(plan.id, (now) => ({ ...now, stage: 'commit' }));
  return (
    <>
      <Panel title={texts.previewStep}>
        <p>{filled(texts.read, { file: plan.fileName, rows: countText(plan.rows) })}</p>
        <SendingState sending={sending} isKept={plan.isKept} />
        <ProblemNotice problem={problem} />
        <FailedParts plan={plan} stage="preview" values={values} />
        {state === 'running' && parts.length > 0 && (
          <ImportProgress says={texts.previewing} done={processed} of={plan.rows} />
        )}
        {values.size > 0 && <ImportCounts kind="list" value={total} />}
        {state !== 'done' && <Button onClick={onStartOver}>{texts.startOver}</Button>}
      </Panel>
      {state === 'done' && (
        <>
          <Panel>
            {limit !== null && (
              <Alert className="problem" type="warning" showIcon title={filled(texts.releaseSays, { limit })} />
            )}
            <div className="says">
              {filled(texts.commitSays, {
                added: countText(added),
                updated: countText(updated),
                revoked: countText(revoked),
                rejected: countText(rejected),
              })}
            </div>
            <div className="form-actions">
              <Button type="primary" danger={revoked > 0} onClick={confirm}>
                {texts.commit}
              </Button>
              <Button type="link" onClick={onStartOver}>
                {texts.startOver}
              </Button>
            </div>
          </Panel>
          <Panel>
            <Tabs
              items={[
                {
                  key: 'changes',
                  label: `${texts.change} (${countText(added + updated + revoked)})`,
                  children: <ChangesTable parts={parts} />,
                },
                {
                  key: 'rejections',
                  label: `${texts.rejected} (${countText(rejected)})`,
                  children: <RejectionsTable kind="list" parts={parts} />,
                },
              ]}
            />
          </Panel>
        </>
      )}
    </>
  );
}
