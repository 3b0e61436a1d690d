import type { TableSheet } from '../../sheets/table-format.ts';
import { useTexts } from '../../shell/language.tsx';
import { usePunctuation } from '../../shell/punctuation.ts';
import { listImportTexts } from './texts.ts';

interface ColumnMatchesProps {
  readonly sheet: Pick<TableSheet<string, object>, 'columns' | 'header' | 'cells'>;
  /** The fields by their names, in their order. */
  readonly names: Readonly<Record<string, string>>;
}

/** Under which heading each field was found, and what the first row says there. */
export function ColumnMatches({ sheet, names }: ColumnMatchesProps) {
  const texts = useTexts(listImportTexts);
  const { labelled } = usePunctuation();
  return (
    <>
      <h3>{texts.matched}</h3>
      <dl className="facts">
        {Object.entries(names).map(([field, name]) => {
          const column = sheet.columns[field] ?? null;
          return (
            <div key={field} className="fact">
              <dt>{name}</dt>
              <dd>
                {column === null
                  ? texts.notThere
                  : labelled(sheet.header[column] ?? '', sheet.cells[0]?.[column] || texts.none)}
              </dd>
            </div>
          );
        })}
      </dl>
    </>
  );
}
