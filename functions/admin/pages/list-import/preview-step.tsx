import { Alert, Button, Tabs } from 'antd';
import { CommandForm } from '../../parts/command-form.tsx';
import { Panel } from '../../parts/panel.tsx';
import { ProblemNotice } from '../../parts/problem-notice.tsx';
import { filled } from '../../parts/texts.ts';
import { go } from '../../shell/address.ts';
import { useTexts } from '../../shell/language.tsx';
import { ChangesTable } from './changes-table.tsx';
import { ImportCounts } from './import-counts.tsx';
import { forgetSheet, type ImportDraft, keepSheet } from './import-draft.ts';
import { ImportProgress } from './import-progress.tsx';
import { RejectionsTable } from './rejections-table.tsx';
import { listImportTexts } from './texts.ts';
import { useImport } from './use-import.ts';

interface PreviewStepProps {
  readonly draft: ImportDraft;
  readonly onStartOver: () => void;
}

/** What the file would change, line by line, and the button that does it. */
export function PreviewStep({ draft, onStartOver }: PreviewStepProps) {
  const { previewId, rows, about } = draft;
  const texts = useTexts(listImportTexts);
  const { value, problem } = useImport(previewId);
  const isDone = value?.state === 'done';
  if (!value) return <ProblemNotice problem={problem} />;
  const { added, updated, revoked, rejected, extent } = value;
  const limit =
    extent && extent.certificates > 0 && (revoked / extent.certificates) * 10_000 > extent.limitBp
      ? extent.limitBp / 100
      : null;
  return (
    <>
      <Panel title={texts.previewStep}>
        <ProblemNotice problem={problem} />
        <ImportProgress value={value} />
        <ImportCounts value={value} />
      </Panel>
      {isDone && (
        <>
          <Panel>
            {limit !== null && (
              <Alert className="problem" type="warning" showIcon title={filled(texts.releaseSays, { limit })} />
            )}
            <CommandForm<'/v1/imports', object>
              path="/v1/imports"
              draft={`list-import ${previewId}`}
              says={filled(texts.commitSays, { added, updated, revoked, rejected })}
              submit={texts.commit}
              isDanger={revoked > 0}
              toBody={() => ({
                category: about.category,
                mode: about.mode,
                dryRun: false,
                source: {
                  title: about.title,
                  documentNumber: about.documentNumber ?? null,
                  issuedOn: about.issuedOn ?? null,
                },
                set: null,
                rows: [...rows],
              })}
              done={() => texts.committed}
              onDone={({ importId }) => {
                forgetSheet(previewId);
                keepSheet(importId, draft);
                go(`/enterprises/imports/${importId}`);
              }}
            />
            <Button type="link" onClick={onStartOver}>
              {texts.startOver}
            </Button>
          </Panel>
          <Panel>
            <Tabs
              items={[
                {
                  key: 'changes',
                  label: `${texts.change} (${added + updated + revoked})`,
                  children: <ChangesTable importId={previewId} />,
                },
                {
                  key: 'rejections',
                  label: `${texts.rejected} (${rejected})`,
                  children: <RejectionsTable importId={previewId} />,
                },
              ]}
            />
          </Panel>
        </>
      )}
    </>
  );
}
