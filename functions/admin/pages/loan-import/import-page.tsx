import { useTexts } from '../../shell/language.tsx';
import { ImportFlow } from '../list-import/import-flow.tsx';
import { CheckStep } from './check-step.tsx';
import { ChooseFile } from './choose-file.tsx';
import { loanImportTexts } from './texts.ts';

/** Importing loans that were made before this system (R2). */
export default function LoanImportPage() {
  const texts = useTexts(loanImportTexts);
  return (
    <ImportFlow
      kind="loans"
      title={texts.title}
      choose={(onPlanned) => <ChooseFile onPlanned={onPlanned} />}
      preview={(planned, onStartOver) => <CheckStep planned={planned} onStartOver={onStartOver} />}
    />
  );
}
