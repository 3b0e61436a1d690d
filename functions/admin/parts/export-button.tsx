import { Button } from 'antd';
import { useState } from 'react';
import { useTexts } from '../shell/language.tsx';
import type { Column } from './column.ts';
import { saveFile } from './save-file.ts';
import { partTexts } from './texts.ts';

interface ExportButtonProps<Row> {
  readonly name: string;
  readonly columns: readonly Column<Row>[];
  readonly rows: readonly Row[];
}

/** Saves what is seen, the filtered rows with the visible columns, as a workbook. */
export function ExportButton<Row>({ name, columns, rows }: ExportButtonProps<Row>) {
  const texts = useTexts(partTexts);
  const [isBusy, setBusy] = useState(false);
  const save = async (): Promise<void> => {
    setBusy(true);
    const { makeWorkbook } = await import('../sheets/make-workbook.ts');
    const cells = [columns.map(({ title }) => title), ...rows.map((row) => columns.map(({ value }) => value(row)))];
    saveFile(`${name}.xlsx`, makeWorkbook(name, cells));
    setBusy(false);
  };
  return (
    <Button size="small" loading={isBusy} disabled={rows.length === 0} onClick={save}>
      {texts.exportSheet}
    </Button>
  );
}
