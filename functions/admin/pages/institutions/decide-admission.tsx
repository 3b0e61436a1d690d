import { Form, Input, Radio } from 'antd';
import type { BodyOf } from '../../api/calls.ts';
import { CommandDialog } from '../../parts/command-dialog.tsx';
import { todayHere } from '../../parts/day.ts';
import { DayInput } from '../../parts/day-input.tsx';
import { useTexts } from '../../shell/language.tsx';
import { institutionsTexts } from './texts.ts';

interface DecideAdmissionProps {
  readonly institutionId: string;
  readonly version: number;
  readonly onDone: () => void;
}

/** Admits, suspends or withdraws an institution from a day on (R9). */
export function DecideAdmission({ institutionId, version, onDone }: DecideAdmissionProps) {
  const texts = useTexts(institutionsTexts);
  return (
    <CommandDialog<'/v1/institutions/{institutionId}/admission', BodyOf<'/v1/institutions/{institutionId}/admission'>>
      title={texts.decide}
      isPrimary
      path="/v1/institutions/{institutionId}/admission"
      params={{ institutionId }}
      version={version}
      draft={`admission ${institutionId}`}
      initial={{ from: todayHere() }}
      says={texts.decideSays}
      submit={texts.decide}
      toBody={(values) => values}
      done={() => texts.decideDone}
      onDone={onDone}
    >
      <Form.Item name="state" label={texts.decision} rules={[{ required: true }]}>
        <Radio.Group
          options={(['admitted', 'suspended', 'withdrawn'] as const).map((value) => ({ value, label: texts[value] }))}
        />
      </Form.Item>
      <Form.Item name="from" label={texts.from} rules={[{ required: true }]}>
        <DayInput />
      </Form.Item>
      <Form.Item name="reason" label={texts.reason} rules={[{ required: true, whitespace: true }]}>
        <Input.TextArea rows={3} maxLength={2000} />
      </Form.Item>
    </CommandDialog>
  );
}
