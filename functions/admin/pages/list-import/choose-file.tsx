import { Form, Input, Radio, Select } from 'antd';
import { useState } from 'react';
import type { ImportAbout } from '../../imports/import-plan.ts';
import { planImport } from '../../imports/plan-import.ts';
import { todayHere } from '../../parts/day.ts';
import { DayInput } from '../../parts/day-input.tsx';
import { DraftForm } from '../../parts/draft-form.tsx';
import { optionsOf } from '../../parts/options.ts';
import { Panel } from '../../parts/panel.tsx';
import { useWho } from '../../session/use-session.ts';
import { useTexts } from '../../shell/language.tsx';
import { useWords } from '../../words/words.ts';
import { FileChoice, type ReadFile } from './file-choice.tsx';
import { listImportTexts } from './texts.ts';

const templateRows = [
  ['统一社会信用代码', '企业名称', '证书编号', '发证日期', '有效期至'],
  ['91330482MA28A1B2XL', '平湖示例科技有限公司', 'GR202333000001', '2023-12-08', '2026-12-07'],
];

/** The file and what it is about; of both a plan is made, whose preview changes nothing. */
export function ChooseFile({ onPlanned }: { readonly onPlanned: (planId: string) => void }) {
  const texts = useTexts(listImportTexts);
  const words = useWords();
  const { sub } = useWho();
  const [sheet, setSheet] = useState<ReadFile<'list'> | null>(null);
  const names = {
    creditCode: texts.creditCode,
    name: texts.name,
    certificateNumber: texts.number,
    issuedOn: texts.from,
    validUntil: texts.until,
  };
  return (
    <>
      <FileChoice
        kind="list"
        sheet={sheet}
        onRead={setSheet}
        hint={texts.fileHint}
        template={{ name: texts.templateName, rows: templateRows }}
        names={names}
      />
      {sheet !== null && (
        <Panel>
          <DraftForm<ImportAbout>
            draft="list-import"
            initial={{ mode: 'merge' }}
            says={texts.previewSays}
            submit={texts.preview}
            onSend={async (about) => {
              const planId = await planImport({ kind: 'list', by: sub, about, sheet });
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
