import { Button } from 'antd';
import { useState } from 'react';
import type { Problem } from '../api/problem.ts';
import { useApi } from '../api/use-api.ts';
import { useTexts } from '../shell/language.tsx';
import { ProblemNotice } from './problem-notice.tsx';

const texts = {
  zh: { open: '打开', absent: '材料尚未上传' },
  en: { open: 'Open', absent: 'Not uploaded yet' },
};

/** Opens a document by an address that is made now and works for a few minutes. */
export function DocumentButton({ documentId }: { readonly documentId: string }) {
  const api = useApi();
  const said = useTexts(texts);
  const [problem, setProblem] = useState<Problem | null>(null);
  const [isAbsent, setAbsent] = useState(false);
  const open = async (): Promise<void> => {
    const outcome = await api.get('/v1/documents/{documentId}', { params: { documentId } });
    setProblem(outcome.kind === 'refused' ? outcome.problem : null);
    if (outcome.kind === 'refused') return;
    const { downloadUrl } = outcome.value;
    setAbsent(downloadUrl === null);
    if (downloadUrl !== null) globalThis.open(downloadUrl, '_blank', 'noopener');
  };
  return (
    <>
      <Button size="small" onClick={open}>
        {said.open}
      </Button>
      {isAbsent && <span role="status"> {said.absent}</span>}
      <ProblemNotice problem={problem} onDismiss={() => setProblem(null)} />
    </>
  );
}
