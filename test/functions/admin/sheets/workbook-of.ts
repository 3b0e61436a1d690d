import { strToU8, zipSync } from 'fflate';

/** What a workbook is made of, as far as a test is about it; `null` leaves a part out. */
export interface Parts {
  readonly sheetData?: string;
  readonly sheetXml?: string | null;
  readonly sharedXml?: string;
  readonly stylesXml?: string;
  readonly from1904?: boolean;
  /** Where the workbook says that the sheet is. */
  readonly target?: string;
  readonly others?: Readonly<Record<string, Uint8Array>>;
}

/** A workbook of those parts, by hand, so that the reader is not tested by the writer beside it. */
export function workbookOf(parts: Parts): Uint8Array {
  const { sheetData = '', target = 'worksheets/sheet1.xml', others = {} } = parts;
  const sheetXml =
    parts.sheetXml === undefined ? `<worksheet><sheetData>${sheetData}</sheetData></worksheet>` : parts.sheetXml;
  return zipSync({
    'xl/workbook.xml': strToU8(
      `<workbook>${parts.from1904 ? '<workbookPr date1904="1"/>' : ''}<sheets><sheet name="a" sheetId="1" r:id="r9"/></sheets></workbook>`,
    ),
    'xl/_rels/workbook.xml.rels': strToU8(`<Relationships><Relationship Id="r9" Target="${target}"/></Relationships>`),
    ...(sheetXml !== null && { 'xl/worksheets/sheet1.xml': strToU8(sheetXml) }),
    ...(parts.sharedXml !== undefined && { 'xl/sharedStrings.xml': strToU8(parts.sharedXml) }),
    ...(parts.stylesXml !== undefined && { 'xl/styles.xml': strToU8(parts.stylesXml) }),
    ...others,
  });
}
