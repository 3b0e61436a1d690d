import { Form, Input } from 'antd';
import { claimMoves, mayMove } from '../../../shared/contracts/moves.ts';
import type { Shape } from '../api/calls.ts';
import { useTexts } from '../shell/language.tsx';
import { AmountInput } from './amount-input.tsx';
import { CommandDialog } from './command-dialog.tsx';
import { todayHere } from './day.ts';
import { DayInput } from './day-input.tsx';
import { PayDialog } from './pay-dialog.tsx';
import { paymentTexts } from './payment-texts.ts';

interface PaymentActionsProps {
  readonly claim: Shape<'Claim'>;
  readonly onDone: () => void;
}

/** What the finance bureau does with a settled claim: pay, take a return, book what was handed over (R26, R27). */
export function PaymentActions({ claim, onDone }: PaymentActionsProps) {
  const texts = useTexts(paymentTexts);
  const { claimId, state, version, payableFen, recoveredFen } = claim;
  const params = { claimId };
  const required = [{ required: true }];
  return (
    <>
      {mayMove(claimMoves, state, 'claim-paid') && (payableFen ?? 0) > 0 && (
        <PayDialog claimId={claimId} version={version} payableFen={payableFen ?? 0} onDone={onDone} />
      )}
      {mayMove(claimMoves, state, 'claim-payment-returned') && (
        <CommandDialog<'/v1/claims/{claimId}/payment-return', { returnedOn: string; reason: string }>
          title={texts.payReturn}
          path="/v1/claims/{claimId}/payment-return"
          params={params}
          version={version}
          draft={`payment-return ${claimId}`}
          initial={{ returnedOn: todayHere() }}
          says={texts.payReturnSays}
          submit={texts.payReturn}
          isDanger
          toBody={(values) => values}
          done={() => texts.payReturnDone}
          onDone={onDone}
        >
          <Form.Item name="returnedOn" label={texts.returnedOn} rules={required}>
            <DayInput max={todayHere()} />
          </Form.Item>
          <Form.Item name="reason" label={texts.reason} rules={[{ required: true, whitespace: true }]}>
            <Input.TextArea rows={3} maxLength={2000} />
          </Form.Item>
        </CommandDialog>
      )}
      {mayMove(claimMoves, state, 'claim-remittance-recorded') && (recoveredFen ?? 0) > 0 && (
        <CommandDialog<
          '/v1/claims/{claimId}/remittances',
          { amountFen: number; receivedOn: string; voucherNumber: string }
        >
          title={texts.remit}
          path="/v1/claims/{claimId}/remittances"
          params={params}
          version={version}
          draft={`remittance ${claimId}`}
          initial={{ receivedOn: todayHere() }}
          says={texts.remitSays}
          submit={texts.remit}
          toBody={(values) => values}
          done={() => texts.remitDone}
          onDone={onDone}
        >
          <Form.Item name="amountFen" label={texts.amount} rules={required}>
            <AmountInput />
          </Form.Item>
          <Form.Item name="receivedOn" label={texts.receivedOn} rules={required}>
            <DayInput max={todayHere()} />
          </Form.Item>
          <Form.Item name="voucherNumber" label={texts.voucher} rules={[{ required: true, whitespace: true }]}>
            <Input maxLength={100} />
          </Form.Item>
        </CommandDialog>
      )}
    </>
  );
}
