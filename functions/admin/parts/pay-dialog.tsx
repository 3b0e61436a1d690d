import { Form, Input } from 'antd';
import { useLanguage, useTexts } from '../shell/language.tsx';
import { CommandDialog } from './command-dialog.tsx';
import { todayHere } from './day.ts';
import { DayInput } from './day-input.tsx';
import { amountText } from './money.ts';
import { paymentTexts } from './payment-texts.ts';
import { filled } from './texts.ts';

interface PayDialogProps {
  readonly claimId: string;
  /** Of the claim as it is shown: what is paid is the amount that was seen (R27). */
  readonly version: number;
  readonly payableFen: number;
  readonly onDone: () => void;
}

/** Records that a settled claim was paid, under its voucher. */
export function PayDialog({ claimId, version, payableFen, onDone }: PayDialogProps) {
  const texts = useTexts(paymentTexts);
  const { language } = useLanguage();
  return (
    <CommandDialog<'/v1/claims/{claimId}/payment', { voucherNumber: string; paidOn: string }>
      title={texts.pay}
      isPrimary
      path="/v1/claims/{claimId}/payment"
      params={{ claimId }}
      version={version}
      draft={`payment ${claimId}`}
      initial={{ paidOn: todayHere() }}
      says={filled(texts.paySays, { amount: amountText(payableFen, language) })}
      submit={texts.pay}
      toBody={(values) => values}
      done={() => texts.payDone}
      onDone={onDone}
    >
      <Form.Item name="voucherNumber" label={texts.voucher} rules={[{ required: true, whitespace: true }]}>
        <Input maxLength={100} />
      </Form.Item>
      <Form.Item name="paidOn" label={texts.paidOn} rules={[{ required: true }]}>
        <DayInput max={todayHere()} />
      </Form.Item>
    </CommandDialog>
  );
}
