import { Button } from 'antd';
import { useState } from 'react';
import type { Page, Shape } from '../../api/calls.ts';
import type { ApiClient } from '../../api/client.ts';
import type { Outcome, Problem } from '../../api/problem.ts';
import { useApi } from '../../api/use-api.ts';
import { type ImportedPart, rowInSheet } from '../../imports/imported-part.ts';
import type { PlannedImport } from '../../imports/use-plan.ts';
import { ProblemNotice } from '../../parts/problem-notice.tsx';
import { saveFile } from '../../parts/save-file.ts';
import { useTexts } from '../../shell/language.tsx';
import { listImportTexts } from './texts.ts';
import { useReason } from './use-reason.ts';

interface ResultSheetProps {
  readonly planned: PlannedImport;
  readonly parts: readonly ImportedPart[];
  readonly values: ReadonlyMap<string, Shape<'Import'>>;
}

/** The same sheet back, with what became of each row and why. */
export function ResultSheet({ planned: { plan, sheet }, parts, values }: ResultSheetProps) {
  const api = useApi();
  const texts = useTexts(listImportTexts);
  const reasonOf = useReason(plan.kind);
  const [problem, setProblem] = useState<Problem | null>(null);
  const [isBusy, setBusy] = useState(false);
  const words = { done: texts.taken, failed: texts.partFailed } as Readonly<Record<string, string>>;

  /** What became of each row, and why, by its place in the sheet from 1. */
  const outcomes = async (): Promise<ReadonlyMap<number, readonly [string, string]> | null> => {
    const said = new Map<number, readonly [string, string]>();
    for (const part of parts) {
      const word = words[values.get(part.importId)?.state ?? ''] ?? texts.partWaiting;
      for (const row of part.rows ?? []) said.set(row + 1, [word, '']);
      const rejected = await rejectionsOf(api, part.importId);
      if (rejected.kind === 'refused') {
        setProblem(rejected.problem);
        return null;
      }
      for (const rejection of rejected.value)
        said.set(rowInSheet(part, rejection.row), [texts.notTaken, reasonOf(rejection)]);
    }
    setProblem(null);
    return said;
  };
  const save = async (): Promise<void> => {
    const said = await outcomes();
    if (said === null) return;
    const { makeWorkbook } = await import('../../sheets/make-workbook.ts');
    const rows = sheet.cells.map((cells, index) => [
      ...sheet.header.map((_, column) => cells[column] ?? ''),
      ...(said.get(index + 1) ?? [texts.partWaiting, '']),
    ]);
    const name = plan.fileName.replace(/\.\w+$/, '');
    saveFile(
      `${name}-${texts.outcome}.xlsx`,
      makeWorkbook(texts.outcome, [[...sheet.header, texts.outcome, texts.reason], ...rows]),
    );
  };

  return (
    <>
      <ProblemNotice problem={problem} />
      <Button
        type="primary"
        loading={isBusy}
        onClick={async () => {
          setBusy(true);
          await save();
          setBusy(false);
        }}
      >
        {texts.sheetBack}
      </Button>
    </>
  );
}

async function rejectionsOf(api: ApiClient, importId: string): Promise<Outcome<readonly Shape<'Rejection'>[]>> {
  const all: Shape<'Rejection'>[] = [];
  let cursor: string | null = null;
  do {
    const outcome: Outcome<Page<Shape<'Rejection'>>> = await api.get('/v1/imports/{importId}/rejections', {
      params: { importId },
      query: { limit: 200, ...(cursor !== null && { cursor }) },
    });
    if (outcome.kind === 'refused') return outcome;
    all.push(...outcome.value.items);
    cursor = outcome.value.nextCursor;
  } while (cursor !== null);
  return { kind: 'done', value: all };
}
