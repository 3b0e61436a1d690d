import { useTexts } from '../../shell/language.tsx';
import { ChooseFile } from './choose-file.tsx';
import { ImportFlow } from './import-flow.tsx';
import { PreviewStep } from './preview-step.tsx';
import { listImportTexts } from './texts.ts';

/** Importing a list of certificates. */
export default function ImportPage() {
  const texts = useTexts(listImportTexts);
  return (
    <ImportFlow
      kind="list"
      title={texts.title}
      choose={(onPlanned) => <ChooseFile onPlanned={onPlanned} />}
      preview={(planned, onStartOver) => <PreviewStep planned={planned} onStartOver={onStartOver} />}
    />
  );
}
