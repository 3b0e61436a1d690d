import { Button, Descriptions } from 'antd';
import { importMoves, mayMove } from '../../../../shared/contracts/moves.ts';
import { hasStopped } from '../../imports/has-stopped.ts';
import { placeOfImport, plansOf } from '../../imports/import-plan.ts';
import { CommandDialog } from '../../parts/command-dialog.tsx';
import { PageHead } from '../../parts/page-head.tsx';
import { Panel } from '../../parts/panel.tsx';
import { ProblemNotice } from '../../parts/problem-notice.tsx';
import { StateMark } from '../../parts/state-mark.tsx';
import { filled } from '../../parts/texts.ts';
import { useHasRole, useWho } from '../../session/use-session.ts';
import { hrefOf } from '../../shell/address.ts';
import { useTexts } from '../../shell/language.tsx';
import { useWords } from '../../words/words.ts';
import type { PageProps } from '../pages.ts';
import { CancelImport } from './cancel-import.tsx';
import { ImportCounts } from './import-counts.tsx';
import { ImportProgress } from './import-progress.tsx';
import { RejectionsCsv } from './rejections-csv.tsx';
import { RejectionsTable } from './rejections-table.tsx';
import { ReleaseWarning } from './release-warning.tsx';
import { listImportTexts } from './texts.ts';
import { useImport } from './use-import.ts';

/** An import: how far it is, what became of it, and the sheet back with what became of each row. */
export default function ImportResultPage({ params }: PageProps) {
  const importId = params.importId ?? '';
  const texts = useTexts(listImportTexts);
  const words = useWords();
  const { sub } = useWho();
  const isOffice = useHasRole('office');
  const { value, problem, reload } = useImport(importId);
  const whole = plansOf(sub).find(({ commit }) => commit.some((part) => part.importId === importId));
  if (!value) return <ProblemNotice problem={problem} />;
  const {
    source,
    category,
    kind,
    state,
    acceptedBy,
    releasedBy,
    failure,
    extent,
    version,
    set,
    processed,
    total,
    cancellation,
  } = value;
  const cancelledBy = ({ by, reason }: NonNullable<typeof cancellation>) => [
    { key: 'cancelled', label: texts.cancelledBy, children: by },
    { key: 'cancel-reason', label: texts.cancelReason, children: reason },
  ];
  return (
    <>
      <PageHead title={source?.title ?? texts.loansTitle} beside={<StateMark of="import" state={state} />}>
        {mayMove(importMoves, state, 'import-released') && isOffice && (
          <CommandDialog<'/v1/imports/{importId}/release', object>
            title={texts.release}
            isPrimary
            isDisabled={acceptedBy === sub}
            path="/v1/imports/{importId}/release"
            params={{ importId }}
            version={version}
            draft={`release ${importId}`}
            submit={texts.release}
            isDanger
            says={filled(texts.releaseWarns, {
              revocations: extent?.revocations ?? 0,
              certificates: extent?.certificates ?? 0,
            })}
            toBody={() => ({ reason: null })}
            done={() => texts.releaseDone}
            onDone={reload}
          />
        )}
        {isOffice && <CancelImport value={value} onDone={reload} />}
      </PageHead>
      <ProblemNotice problem={problem} />
      {mayMove(importMoves, state, 'import-released') && <ReleaseWarning extent={extent} isOwn={acceptedBy === sub} />}
      <Panel title={texts.result}>
        {!hasStopped(state) && (
          <ImportProgress says={value.dryRun ? texts.previewing : texts.working} done={processed} of={total} />
        )}
        <ImportCounts kind={kind} value={value} />
        <Descriptions
          size="small"
          column={{ xs: 1, md: 3 }}
          items={[
            {
              key: 'category',
              label: texts.category,
              children: category === null ? words.kind(kind) : words.category(category),
            },
            { key: 'by', label: texts.acceptedBy, children: acceptedBy },
            ...(set === null ? [] : [{ key: 'set', label: texts.part, children: filled(texts.partOf, { ...set }) }]),
            { key: 'released', label: texts.releasedBy, children: releasedBy ?? texts.none },
            ...(failure === null ? [] : [{ key: 'failure', label: texts.failure, children: failure }]),
            ...(cancellation === null ? [] : cancelledBy(cancellation)),
          ]}
        />
        <div className="form-actions">
          {whole && (
            <Button type="primary" href={hrefOf(placeOfImport[whole.kind], { plan: whole.id })}>
              {texts.wholeSheet}
            </Button>
          )}
          {state === 'done' && value.rejected > 0 && <RejectionsCsv importId={importId} />}
        </div>
      </Panel>
      {state === 'done' && value.rejected > 0 && (
        <Panel title={texts.rejections}>
          <RejectionsTable kind={kind} parts={[{ importId }]} />
        </Panel>
      )}
    </>
  );
}
