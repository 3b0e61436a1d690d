import { PageHead } from '../../parts/page-head.tsx';
import { changeQuery, useAddress } from '../../shell/address.ts';
import { useTexts } from '../../shell/language.tsx';
import { ChooseFile } from './choose-file.tsx';
import { readKeptSheet } from './import-draft.ts';
import { PreviewStep } from './preview-step.tsx';
import { listImportTexts } from './texts.ts';

/** Importing a list: a file, what it would change, and only then the import itself. */
export default function ImportPage() {
  const texts = useTexts(listImportTexts);
  const previewId = useAddress().query.get('preview');
  const draft = previewId === null ? null : readKeptSheet(previewId);
  return (
    <>
      <PageHead title={texts.title} />
      {draft === null ? (
        <ChooseFile onPreview={(importId) => changeQuery({ preview: importId })} />
      ) : (
        <PreviewStep key={draft.previewId} draft={draft} onStartOver={() => changeQuery({ preview: undefined })} />
      )}
    </>
  );
}
