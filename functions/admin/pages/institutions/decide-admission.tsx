import { Form, Input, Radio } from 'antd';
import { admissionMoves, mayMove } from '../../../../shared/contracts/moves.ts';
import type { BodyOf, Shape } from '../../api/calls.ts';
import { CommandDialog } from '../../parts/command-dialog.tsx';
import { todayHere } from '../../parts/day.ts';
import { DayInput } from '../../parts/day-input.tsx';
import { useTexts } from '../../shell/language.tsx';
import { institutionsTexts } from './texts.ts';

interface DecideAdmissionProps {
  readonly institution: Shape<'Institution'>;
  readonly onDone: () => void;
}

/** Admits, suspends or withdraws an institution from a day on (R9). */
export function DecideAdmission({ institution, onDone }: DecideAdmissionProps) {
  const texts = useTexts(institutionsTexts);
  const { institutionId, admissions, version } = institution;
  // Of the last decision, which may hold from a later day.
  const state = admissions.at(-1)?.state ?? 'applied';
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
          options={(['admitted', 'suspended', 'withdrawn'] as const)
            .filter((value) => mayMove(admissionMoves, state, value))
            .map((value) => ({ value, label: texts[value] }))}
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
