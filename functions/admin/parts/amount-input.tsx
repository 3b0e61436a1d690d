import { Input } from 'antd';
import { useState } from 'react';
import { useTexts } from '../shell/language.tsx';
import { exactYuan, fenOfTenThousands, inTenThousands } from './money.ts';

interface AmountInputProps {
  readonly id?: string;
  /** In fen; undefined while it is none. */
  readonly value?: number;
  readonly onChange?: (fen: number | undefined) => void;
  readonly 'aria-label'?: string;
}

const texts = {
  zh: { unit: '万元', exact: (yuan: string) => `即 ${yuan} 元`, wrong: '请填写数字，最多六位小数' },
  en: { unit: '×10,000 yuan', exact: (yuan: string) => `${yuan} yuan`, wrong: 'A number with at most six places' },
};

/** An amount typed in 万元, with the exact yuan said below. */
export function AmountInput({ value, onChange, ...rest }: AmountInputProps) {
  const { unit, exact, wrong } = useTexts(texts);
  const [typed, setTyped] = useState(value === undefined ? '' : inTenThousands(value));
  const fen = fenOfTenThousands(typed);
  // What the form sets (a draft, a reset) shows; what is being typed is left as it is.
  const shown = value === undefined || fen === value ? typed : inTenThousands(value);
  return (
    <>
      <Input
        {...rest}
        value={shown}
        inputMode="decimal"
        suffix={unit}
        status={shown !== '' && fen === null && value === undefined ? 'error' : ''}
        onChange={({ target }) => {
          setTyped(target.value);
          onChange?.(fenOfTenThousands(target.value) ?? undefined);
        }}
      />
      <span className="quiet hint">{value !== undefined ? exact(exactYuan(value)) : shown === '' ? '' : wrong}</span>
    </>
  );
}
