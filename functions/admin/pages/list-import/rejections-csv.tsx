import { Button } from 'antd';
import { useState } from 'react';
import type { Problem } from '../../api/problem.ts';
import { useApi } from '../../api/use-api.ts';
import { ProblemNotice } from '../../parts/problem-notice.tsx';
import { saveFile } from '../../parts/save-file.ts';
import { useTexts } from '../../shell/language.tsx';
import { listImportTexts } from './texts.ts';

/** The rows of an import that were not taken, as a sheet to correct and send again. */
export function RejectionsCsv({ importId }: { readonly importId: string }) {
  const api = useApi();
  const texts = useTexts(listImportTexts);
  const [problem, setProblem] = useState<Problem | null>(null);
  const [isBusy, setBusy] = useState(false);
  const save = async (): Promise<void> => {
    setBusy(true);
    const outcome = await api.document('/v1/imports/{importId}/rejections', 'text/csv', { params: { importId } });
    setBusy(false);
    setProblem(outcome.kind === 'refused' ? outcome.problem : null);
    if (outcome.kind === 'done') saveFile(`${texts.rejections}.csv`, outcome.value);
  };
  return (
    <>
      <ProblemNotice problem={problem} />
      <Button loading={isBusy} onClick={save}>
        {texts.rejectionsCsv}
      </Button>
    </>
  );
}
