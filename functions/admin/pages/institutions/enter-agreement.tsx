import { Form, Input, Select } from 'antd';
import type { Shape } from '../../api/calls.ts';
import { AmountInput } from '../../parts/amount-input.tsx';
import { CommandDialog } from '../../parts/command-dialog.tsx';
import { todayHere } from '../../parts/day.ts';
import { DayInput } from '../../parts/day-input.tsx';
import { useInstitutions } from '../../parts/institution-names.tsx';
import { useTexts } from '../../shell/language.tsx';
import { usePunctuation } from '../../shell/punctuation.ts';
import { useWords } from '../../words/words.ts';
import { institutionsTexts } from './texts.ts';

interface AgreementValues {
  readonly kind: Shape<'Agreement'>['kind'];
  readonly parties: string[];
  readonly signedOn: string;
  readonly validUntil: string;
  readonly quotaFen: number;
  /** In per cent. */
  readonly fee?: string;
}

/** The office enters a guarantee agreement with its quota (R12). */
export function EnterAgreement({ onDone }: { readonly onDone: () => void }) {
  const texts = useTexts(institutionsTexts);
  const words = useWords();
  const { aside } = usePunctuation();
  const institutions = useInstitutions();
  const required = [{ required: true }];
  return (
    <CommandDialog<'/v1/agreements', AgreementValues>
      title={texts.enterAgreement}
      isSmall
      path="/v1/agreements"
      draft="agreement"
      initial={{ kind: 'guarantee', signedOn: todayHere() }}
      says={texts.enterAgreementSays}
      submit={texts.enterAgreement}
      toBody={({ fee, ...agreement }) => ({ ...agreement, feeBp: fee ? Math.round(Number(fee) * 100) : null })}
      done={() => texts.enterAgreementDone}
      onDone={onDone}
    >
      <Form.Item name="kind" label={texts.kind} rules={required}>
        <Select
          options={(['guarantee', 'three-party'] as const).map((value) => ({ value, label: words.kind(value) }))}
        />
      </Form.Item>
      <Form.Item name="parties" label={texts.parties} extra={texts.partiesRule} rules={required}>
        <Select
          mode="multiple"
          optionFilterProp="label"
          options={institutions.map(({ institutionId, name, kind }) => ({
            value: institutionId,
            label: aside(name, words.kind(kind)),
          }))}
        />
      </Form.Item>
      <Form.Item name="signedOn" label={texts.signedOn} rules={required}>
        <DayInput max={todayHere()} />
      </Form.Item>
      <Form.Item name="validUntil" label={texts.validUntil} rules={required}>
        <DayInput />
      </Form.Item>
      <Form.Item name="quotaFen" label={texts.quota} rules={required}>
        <AmountInput />
      </Form.Item>
      <Form.Item
        name="fee"
        label={texts.fee}
        rules={[{ pattern: /^\d{1,2}(\.\d{1,2})?$/, message: texts.feeRule }]}
        extra={texts.feeRule}
      >
        <Input inputMode="decimal" suffix="%" />
      </Form.Item>
    </CommandDialog>
  );
}
