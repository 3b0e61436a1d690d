import type { TableSheet } from '../../sheets/table-format.ts';
import { useTexts } from '../../shell/language.tsx';
import { listImportTexts } from './texts.ts';

interface ColumnMatchesProps<Field extends string> {
  readonly sheet: TableSheet<Field, object>;
  /** The fields by their names, in their order. */
  readonly names: Readonly<Record<Field, string>>;
}

/** Under which heading each field was found, and what the first row says there. */
export function ColumnMatches<Field extends string>({ sheet, names }: ColumnMatchesProps<Field>) {
  const texts = useTexts(listImportTexts);
  return (
    <>
      <h3>{texts.matched}</h3>
      <dl className="facts">
        {(Object.keys(names) as Field[]).map((field) => {
          const column = sheet.columns[field];
          return (
            <div key={field} className="fact">
              <dt>{names[field]}</dt>
              <dd>
                {column === null
                  ? texts.notThere
                  : `${sheet.header[column]}：${sheet.cells[0]?.[column] || texts.none}`}
              </dd>
            </div>
          );
        })}
      </dl>
    </>
  );
}
