import { Button, Checkbox, Popover } from 'antd';
import { useTexts } from '../shell/language.tsx';
import type { Column } from './column.ts';
import { partTexts } from './texts.ts';

interface ColumnChoiceProps<Row> {
  readonly columns: readonly Column<Row>[];
  readonly shown: readonly string[];
  readonly onChange: (keys: string[]) => void;
}

/** Chooses which columns are shown, exported and printed. */
export function ColumnChoice<Row>({ columns, shown, onChange }: ColumnChoiceProps<Row>) {
  const texts = useTexts(partTexts);
  return (
    <Popover
      trigger="click"
      placement="bottomRight"
      content={
        <Checkbox.Group
          className="column-choice"
          value={[...shown]}
          onChange={(keys) => onChange(keys.map(String))}
          options={columns.map(({ key, title }) => ({ value: key, label: title }))}
        />
      }
    >
      <Button size="small">{texts.columns}</Button>
    </Popover>
  );
}
