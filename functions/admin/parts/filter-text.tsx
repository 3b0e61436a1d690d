import { SearchOutlined } from '@ant-design/icons';
import { Input } from 'antd';
import { useEffect, useRef, useState } from 'react';
import type { Filters } from './use-filters.ts';

interface FilterTextProps<Name extends string> {
  readonly filters: Filters<Name>;
  readonly name: Name;
  readonly label: string;
  readonly width?: number;
}

const pauseMs = 250;

/** A text to search by; asks when the typing pauses. */
export function FilterText<Name extends string>({ filters, name, label, width = 280 }: FilterTextProps<Name>) {
  const wanted = filters.values[name];
  const [text, setText] = useState(wanted);
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined);
  useEffect(() => setText(wanted), [wanted]);
  return (
    <Input
      allowClear
      value={text}
      placeholder={label}
      aria-label={label}
      prefix={<SearchOutlined aria-hidden />}
      style={{ width }}
      onChange={({ target }) => {
        setText(target.value);
        clearTimeout(timer.current);
        timer.current = setTimeout(() => filters.set(name, target.value.trim()), pauseMs);
      }}
    />
  );
}
