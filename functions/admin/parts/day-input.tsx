import { Input } from 'antd';

interface DayInputProps {
  readonly id?: string;
  /** YYYY-MM-DD. */
  readonly value?: string;
  readonly onChange?: (day: string | undefined) => void;
  readonly min?: string;
  readonly max?: string;
  readonly 'aria-label'?: string;
}

/** A day; the browser's own field, which works by keyboard, by ear and on a phone. */
export function DayInput({ value, onChange, ...rest }: DayInputProps) {
  return (
    <Input
      {...rest}
      type="date"
      value={value ?? ''}
      onChange={({ target }) => onChange?.(target.value === '' ? undefined : target.value)}
    />
  );
}
