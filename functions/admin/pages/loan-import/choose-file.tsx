import { useState } from 'react';
import { planImport } from '../../imports/plan-import.ts';
import { DraftForm } from '../../parts/draft-form.tsx';
import { useInstitutions } from '../../parts/institution-names.tsx';
import { Panel } from '../../parts/panel.tsx';
import { useWho } from '../../session/use-session.ts';
import { loanFields } from '../../sheets/loan-rows.ts';
import { useTexts } from '../../shell/language.tsx';
import { FileChoice, type ReadFile } from '../list-import/file-choice.tsx';
import { withInstitutionIds } from './institution-ids.ts';
import { templateRows } from './template.ts';
import { loanImportTexts } from './texts.ts';

/** The file; of it a plan is made, and nothing is sent yet. */
export function ChooseFile({ onPlanned }: { readonly onPlanned: (planId: string) => void }) {
  const texts = useTexts(loanImportTexts);
  const institutions = useInstitutions();
  const { sub } = useWho();
  const [sheet, setSheet] = useState<ReadFile<'loans'> | null>(null);
  const names = Object.fromEntries(loanFields.map((field) => [field, texts[field]])) as Record<
    (typeof loanFields)[number],
    string
  >;
  return (
    <>
      <FileChoice
        kind="loans"
        sheet={sheet}
        onRead={setSheet}
        hint={texts.fileHint}
        template={{ name: texts.templateName, rows: templateRows }}
        names={names}
      />
      {sheet !== null && (
        <Panel>
          <DraftForm<object>
            draft="loan-import"
            says={texts.nextSays}
            submit={texts.next}
            onSend={async () => {
              const rows = withInstitutionIds(sheet.rows, institutions);
              const planId = await planImport({ kind: 'loans', by: sub, about: null, sheet: { ...sheet, rows } });
              return () => onPlanned(planId);
            }}
          />
        </Panel>
      )}
    </>
  );
}
