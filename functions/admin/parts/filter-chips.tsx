import { CloseOutlined } from '@ant-design/icons';
import { Button } from 'antd';
import { useRef } from 'react';
import { flushSync } from 'react-dom';
import { useTexts } from '../shell/language.tsx';
import { type FilterField, isInForce, valueWord } from './filter-field.ts';
import { filled, partTexts } from './texts.ts';
import type { Filters } from './use-filters.ts';

interface FilterChipsProps<Name extends string> {
  readonly filters: Filters<Name>;
  readonly fields: readonly FilterField<Name>[];
  /** The last one was taken away: whoever works by keyboard goes on from there. */
  readonly onEmpty: () => void;
}

/** Every filter in force as a chip that takes it away, and one button that takes all away. */
export function FilterChips<Name extends string>({ filters, fields, onEmpty }: FilterChipsProps<Name>) {
  const texts = useTexts(partTexts);
  const list = useRef<HTMLUListElement>(null);
  const inForce = fields.filter((field) => isInForce(field, filters.values[field.name]));
  if (inForce.length === 0) return null;

  const remove = (name: Name, index: number): void => {
    flushSync(() => filters.set(name, undefined));
    // The chip that had the focus is gone; the next one has its place.
    const chips = list.current?.querySelectorAll<HTMLButtonElement>('.chip') ?? [];
    const next = chips[Math.min(index, chips.length - 1)];
    if (next) next.focus();
    else onEmpty();
  };
  const clear = (): void => {
    flushSync(filters.clear);
    onEmpty();
  };
  return (
    <ul className="chips" aria-label={texts.inForce} ref={list}>
      {inForce.map((field, index) => {
        const { name, label } = field;
        const chip = filled(texts.chip, { label, value: valueWord(field, filters.values[name]) });
        return (
          <li key={name}>
            <button
              type="button"
              className="chip"
              aria-label={filled(texts.removeFilter, { chip })}
              onClick={() => remove(name, index)}
            >
              {chip} <CloseOutlined className="no-print" aria-hidden />
            </button>
          </li>
        );
      })}
      <li className="no-print">
        <Button type="link" size="small" onClick={clear}>
          {texts.clearFilters}
        </Button>
      </li>
    </ul>
  );
}
