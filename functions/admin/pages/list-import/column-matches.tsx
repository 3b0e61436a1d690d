import { type ListSheet, listFields } from '../../sheets/list-rows.ts';
import { useTexts } from '../../shell/language.tsx';
import { listImportTexts } from './texts.ts';

/** Under which heading each field was found, and what the first row says there. */
export function ColumnMatches({ sheet }: { readonly sheet: ListSheet }) {
  const texts = useTexts(listImportTexts);
  const names = {
    creditCode: texts.creditCode,
    name: texts.name,
    certificateNumber: texts.number,
    issuedOn: texts.from,
    validUntil: texts.until,
  };
  return (
    <>
      <h3>{texts.matched}</h3>
      <dl className="facts">
        {listFields.map((field) => {
          const column = sheet.columns[field];
          return (
            <div key={field} className="fact">
              <dt>{names[field]}</dt>
              <dd>
                {column === null
                  ? texts.notThere
                  : `${sheet.header[column]}：${sheet.cells[0]?.[column] ?? texts.none}`}
              </dd>
            </div>
          );
        })}
      </dl>
    </>
  );
}
