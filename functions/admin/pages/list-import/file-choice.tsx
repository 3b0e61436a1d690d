import { Alert, Button, Upload } from 'antd';
import { useState } from 'react';
import { countText } from '../../parts/count-text.ts';
import { Panel } from '../../parts/panel.tsx';
import { saveFile } from '../../parts/save-file.ts';
import { filled } from '../../parts/texts.ts';
import { readFile, type SheetKind, type Sheets } from '../../sheets/read-file.ts';
import type { SheetFault } from '../../sheets/sheet-fault.ts';
import { useTexts } from '../../shell/language.tsx';
import { ColumnMatches } from './column-matches.tsx';
import { listImportTexts } from './texts.ts';

/** A file that was read. */
export type ReadFile<Kind extends SheetKind> = Sheets[Kind] & { readonly fileName: string };

interface FileChoiceProps<Kind extends SheetKind> {
  readonly kind: Kind;
  readonly sheet: ReadFile<Kind> | null;
  readonly onRead: (sheet: ReadFile<Kind> | null) => void;
  readonly hint: string;
  /** Its name, its headings and an example. */
  readonly template: { readonly name: string; readonly rows: readonly (readonly (string | number)[])[] };
  /** The fields by their names: below what was read is said where each was found. */
  readonly names: Readonly<Record<keyof Sheets[Kind]['columns'], string>>;
}

/** Chooses a file and reads it on this machine. */
export function FileChoice<Kind extends SheetKind>(props: FileChoiceProps<Kind>) {
  const { kind, sheet, onRead, hint, template, names } = props;
  const texts = useTexts(listImportTexts);
  const [fault, setFault] = useState<SheetFault | null>(null);
  const read = async (file: File): Promise<void> => {
    const reading = await readFile(file, kind);
    setFault(reading.kind === 'refused' ? reading.fault : null);
    onRead(reading.kind === 'read' ? { ...reading.value, fileName: file.name } : null);
  };
  const saveTemplate = async (): Promise<void> => {
    const { makeWorkbook } = await import('../../sheets/make-workbook.ts');
    saveFile(`${template.name}.xlsx`, makeWorkbook(template.name, template.rows));
  };
  const faults = {
    'too-large': texts.fault_too_large,
    'not-a-sheet': texts.fault_not_a_sheet,
    'too-many-rows': texts.fault_too_many_rows,
    'no-header': kind === 'list' ? texts.fault_no_header : texts.fault_no_loan_header,
    'old-format': texts.fault_old_format,
    empty: texts.fault_empty,
  };
  return (
    <Panel title={texts.fileStep}>
      <p>
        <Upload
          accept=".xlsx,.csv,.txt"
          maxCount={1}
          showUploadList={false}
          beforeUpload={(file) => {
            void read(file);
            return false;
          }}
        >
          <Button>{texts.chooseFile}</Button>
        </Upload>{' '}
        <Button type="link" onClick={saveTemplate}>
          {texts.template}
        </Button>
      </p>
      <p className="quiet">{hint}</p>
      {fault !== null && <Alert type="error" role="alert" showIcon title={faults[fault]} />}
      {sheet !== null && (
        <>
          <p role="status">{filled(texts.read, { file: sheet.fileName, rows: countText(sheet.rows.length) })}</p>
          <ColumnMatches sheet={sheet} names={names} />
        </>
      )}
    </Panel>
  );
}
