import { Form, Input } from 'antd';
import { AmountInput } from '../../parts/amount-input.tsx';
import { CommandDialog } from '../../parts/command-dialog.tsx';
import { todayHere } from '../../parts/day.ts';
import { DayInput } from '../../parts/day-input.tsx';
import { amountText } from '../../parts/money.ts';
import { filled } from '../../parts/texts.ts';
import { useLanguage, useTexts } from '../../shell/language.tsx';
import { fundTexts } from './texts.ts';

interface AppropriateValues {
  readonly amountFen: number;
  readonly documentNumber: string;
  readonly appropriatedOn: string;
}

/** The finance bureau puts money into the fund. */
export function Appropriate({ onDone }: { readonly onDone: () => void }) {
  const texts = useTexts(fundTexts);
  const { language } = useLanguage();
  return (
    <CommandDialog<'/v1/fund/appropriations', AppropriateValues>
      title={texts.appropriate}
      isPrimary
      path="/v1/fund/appropriations"
      draft="appropriate"
      initial={{ appropriatedOn: todayHere() }}
      says={texts.appropriateSays}
      submit={texts.appropriate}
      toBody={(values) => values}
      done={({ amountFen, earlierUnderDocument }) =>
        filled(earlierUnderDocument > 0 ? texts.appropriateAgain : texts.appropriateDone, {
          amount: amountText(amountFen, language),
          count: earlierUnderDocument,
        })
      }
      onDone={onDone}
    >
      <Form.Item name="amountFen" label={texts.amount} rules={[{ required: true }]}>
        <AmountInput />
      </Form.Item>
      <Form.Item name="documentNumber" label={texts.documentNumber} rules={[{ required: true, whitespace: true }]}>
        <Input maxLength={100} />
      </Form.Item>
      <Form.Item name="appropriatedOn" label={texts.appropriatedOn} rules={[{ required: true }]}>
        <DayInput max={todayHere()} />
      </Form.Item>
    </CommandDialog>
  );
}
