import { Alert, Button, Form, Input, Radio, Select, Upload } from 'antd';
import { useState } from 'react';
import { newKey } from '../../api/use-command.ts';
import { type ImportAbout, keepPlan, newPlan } from '../../imports/import-plan.ts';
import { codeGroup, splitRows } from '../../imports/split-rows.ts';
import { countText } from '../../parts/count-text.ts';
import { todayHere } from '../../parts/day.ts';
import { DayInput } from '../../parts/day-input.tsx';
import { DraftForm } from '../../parts/draft-form.tsx';
import { optionsOf } from '../../parts/options.ts';
import { Panel } from '../../parts/panel.tsx';
import { saveFile } from '../../parts/save-file.ts';
import { filled } from '../../parts/texts.ts';
import { keepSheet } from '../../session/sheet-store.ts';
import { useWho } from '../../session/use-session.ts';
import type { ListSheet } from '../../sheets/list-rows.ts';
import { readListFile } from '../../sheets/read-list-file.ts';
import type { SheetFault } from '../../sheets/sheet-fault.ts';
import { useTexts } from '../../shell/language.tsx';
import { useWords } from '../../words/words.ts';
import { ColumnMatches } from './column-matches.tsx';
import { listImportTexts } from './texts.ts';

/** The file and what it is about; of both a plan is made, whose preview changes nothing. */
export function ChooseFile({ onPlanned }: { readonly onPlanned: (planId: string) => void }) {
  const texts = useTexts(listImportTexts);
  const words = useWords();
  const { sub } = useWho();
  const [sheet, setSheet] = useState<(ListSheet & { readonly fileName: string }) | null>(null);
  const [fault, setFault] = useState<SheetFault | null>(null);

  const read = async (file: File): Promise<void> => {
    const reading = await readListFile(file);
    setFault(reading.kind === 'refused' ? reading.fault : null);
    setSheet(reading.kind === 'read' ? { ...reading.value, fileName: file.name } : null);
  };
  const saveTemplate = async (): Promise<void> => {
    const { makeWorkbook } = await import('../../sheets/make-workbook.ts');
    const example = ['91330482MA28A1B2XL', '平湖示例科技有限公司', 'GR202333000001', '2023-12-08', '2026-12-07'];
    const header = ['统一社会信用代码', '企业名称', '证书编号', '发证日期', '有效期至'];
    saveFile(`${texts.templateName}.xlsx`, makeWorkbook(texts.templateName, [header, example]));
  };
  const faults = {
    'too-large': texts.fault_too_large,
    'not-a-sheet': texts.fault_not_a_sheet,
    'too-many-rows': texts.fault_too_many_rows,
    'no-header': texts.fault_no_header,
    'old-format': texts.fault_old_format,
    empty: texts.fault_empty,
  };

  const plan = async ({ fileName, ...list }: ListSheet & { fileName: string }, about: ImportAbout): Promise<string> => {
    const id = newKey();
    const parts = splitRows(list.rows, codeGroup);
    const isKept = await keepSheet({ id, keptAt: Date.now(), parts, ...list });
    keepPlan(newPlan({ id, by: sub, fileName, rows: list.rows.length, isKept, about }, parts.length));
    return id;
  };

  return (
    <>
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
        <p className="quiet">{texts.fileHint}</p>
        {fault !== null && <Alert type="error" role="alert" showIcon title={faults[fault]} />}
        {sheet !== null && (
          <>
            <p role="status">{filled(texts.read, { file: sheet.fileName, rows: countText(sheet.rows.length) })}</p>
            <ColumnMatches sheet={sheet} />
          </>
        )}
      </Panel>
      {sheet !== null && (
        <Panel>
          <DraftForm<ImportAbout>
            draft="list-import"
            initial={{ mode: 'merge' }}
            says={texts.previewSays}
            submit={texts.preview}
            onSend={async (about) => {
              const planId = await plan(sheet, about);
              return () => onPlanned(planId);
            }}
          >
            <Form.Item name="category" label={texts.category} rules={[{ required: true }]}>
              <Select options={[...optionsOf(words.names.categories)]} />
            </Form.Item>
            <Form.Item name="mode" label={texts.mode}>
              <Radio.Group
                options={[
                  { value: 'merge', label: texts.merge },
                  { value: 'replace', label: texts.replace },
                ]}
              />
            </Form.Item>
            <Form.Item name="title" label={texts.sourceTitle} rules={[{ required: true, whitespace: true }]}>
              <Input maxLength={200} />
            </Form.Item>
            <Form.Item name="documentNumber" label={texts.documentNumber}>
              <Input maxLength={100} />
            </Form.Item>
            <Form.Item name="issuedOn" label={texts.issuedOn}>
              <DayInput max={todayHere()} />
            </Form.Item>
          </DraftForm>
        </Panel>
      )}
    </>
  );
}
