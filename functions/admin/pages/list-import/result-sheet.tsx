import { Button } from 'antd';
import { useState } from 'react';
import type { Page, Shape } from '../../api/calls.ts';
import type { Outcome, Problem } from '../../api/problem.ts';
import { useApi } from '../../api/use-api.ts';
import { ProblemNotice } from '../../parts/problem-notice.tsx';
import { saveFile } from '../../parts/save-file.ts';
import { useTexts } from '../../shell/language.tsx';
import { readKeptSheet } from './import-draft.ts';
import { listImportTexts } from './texts.ts';

/** The same sheet back, with what became of each row; where the sheet is not at hand, the rows that were not taken. */
export function ResultSheet({ importId }: { readonly importId: string }) {
  const api = useApi();
  const texts = useTexts(listImportTexts);
  const [problem, setProblem] = useState<Problem | null>(null);
  const [isBusy, setBusy] = useState(false);
  const kept = readKeptSheet(importId);

  const rejections = async (): Promise<readonly Shape<'Rejection'>[] | null> => {
    const all: Shape<'Rejection'>[] = [];
    let cursor: string | null = null;
    do {
      const outcome: Outcome<Page<Shape<'Rejection'>>> = await api.get('/v1/imports/{importId}/rejections', {
        params: { importId },
        query: { limit: 200, ...(cursor !== null && { cursor }) },
      });
      if (outcome.kind === 'refused') {
        setProblem(outcome.problem);
        return null;
      }
      all.push(...outcome.value.items);
      cursor = outcome.value.nextCursor;
    } while (cursor !== null);
    return all;
  };
  const saveSheet = async (): Promise<void> => {
    const rejected = await rejections();
    if (rejected === null || kept === null) return;
    const reasons = new Map(rejected.map(({ row, message }) => [row, message]));
    const { makeWorkbook } = await import('../../sheets/make-workbook.ts');
    const width = kept.header.length;
    const rows = kept.cells.map((cells, index) => {
      const reason = reasons.get(index + 1);
      const padded = Array.from({ length: width }, (_, column) => cells[column] ?? '');
      return [...padded, reason === undefined ? texts.taken : texts.notTaken, reason ?? ''];
    });
    const name = kept.fileName.replace(/\.\w+$/, '');
    saveFile(
      `${name}-${texts.outcome}.xlsx`,
      makeWorkbook(texts.outcome, [[...kept.header, texts.outcome, texts.reason], ...rows]),
    );
  };
  const saveRejections = async (): Promise<void> => {
    const outcome = await api.document('/v1/imports/{importId}/rejections', 'text/csv', { params: { importId } });
    setProblem(outcome.kind === 'refused' ? outcome.problem : null);
    if (outcome.kind === 'done') saveFile(`${texts.rejections}.csv`, outcome.value);
  };
  const run = (work: () => Promise<void>) => async (): Promise<void> => {
    setBusy(true);
    await work();
    setBusy(false);
  };

  return (
    <>
      <ProblemNotice problem={problem} />
      {kept !== null && (
        <Button type="primary" loading={isBusy} onClick={run(saveSheet)}>
          {texts.sheetBack}
        </Button>
      )}{' '}
      <Button loading={isBusy} onClick={run(saveRejections)}>
        {texts.rejectionsCsv}
      </Button>
    </>
  );
}
