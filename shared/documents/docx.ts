import { officeFileOf } from './office-file.ts';
import type { Block, Printed } from './printed.ts';
import { escaped } from './xml-text.ts';

export const docxType = 'application/vnd.openxmlformats-officedocument.wordprocessingml.document';

const words = 'http://schemas.openxmlformats.org/wordprocessingml/2006/main';

/** A4 with 25 mm and 22 mm of margin, in twentieths of a point. */
const page =
  '<w:sectPr><w:pgSz w:w="11906" w:h="16838"/><w:pgMar w:top="1417" w:right="1247" w:bottom="1417" w:left="1247" w:header="720" w:footer="720" w:gutter="0"/></w:sectPr>';

/** A document in the form of word processors (OOXML): the least that the standard asks for, and no part that runs. */
export function docxOf({ blocks }: Printed): Uint8Array {
  const xml = `<w:document xmlns:w="${words}"><w:body>${blocks.map(blockOf).join('')}${page}</w:body></w:document>`;
  return officeFileOf([{ path: 'word/document.xml', contentType: `${docxType}.main+xml`, xml }], []);
}

interface Look {
  /** In half points. */
  readonly size: number;
  readonly bold: boolean;
  readonly centred: boolean;
}

const looks = {
  title: { size: 40, bold: true, centred: true },
  heading: { size: 28, bold: true, centred: false },
  paragraph: { size: 24, bold: false, centred: false },
  note: { size: 20, bold: false, centred: false },
} as const satisfies Record<string, Look>;

function blockOf(block: Block): string {
  return block.kind === 'table' ? tableOf(block) : paragraphOf(block.text, looks[block.kind]);
}

function paragraphOf(text: string, { size, bold, centred }: Look): string {
  const fonts = '<w:rFonts w:ascii="Times New Roman" w:hAnsi="Times New Roman" w:eastAsia="FangSong"/>';
  const look = `<w:rPr>${fonts}${bold ? '<w:b/>' : ''}<w:sz w:val="${size}"/></w:rPr>`;
  const lines = text.split(/\r\n?|\n/).map((line) => `<w:t xml:space="preserve">${escaped(line)}</w:t>`);
  const place = centred ? '<w:pPr><w:jc w:val="center"/></w:pPr>' : '';
  return `<w:p>${place}<w:r>${look}${lines.join('<w:br/>')}</w:r></w:p>`;
}

const borders = ['top', 'left', 'bottom', 'right', 'insideH', 'insideV']
  .map((side) => `<w:${side} w:val="single" w:sz="4" w:space="0" w:color="000000"/>`)
  .join('');

function tableOf({ hasHead, rows }: Extract<Block, { kind: 'table' }>): string {
  const columns = Math.max(1, ...rows.map((row) => row.length));
  const grid = '<w:gridCol/>'.repeat(columns);
  const lines = rows.map((row, index) => {
    const cells = row.map((cell, column) => {
      const bold = hasHead ? index === 0 : column === 0;
      return `<w:tc><w:tcPr><w:tcW w:w="0" w:type="auto"/></w:tcPr>${paragraphOf(cell, { ...looks.paragraph, bold })}</w:tc>`;
    });
    const repeats = hasHead && index === 0 ? '<w:trPr><w:tblHeader/></w:trPr>' : '';
    return `<w:tr>${repeats}${cells.join('')}</w:tr>`;
  });
  const look = `<w:tblPr><w:tblW w:w="5000" w:type="pct"/><w:tblBorders>${borders}</w:tblBorders></w:tblPr>`;
  // Two tables with nothing between them would become one.
  return `<w:tbl>${look}<w:tblGrid>${grid}</w:tblGrid>${lines.join('')}</w:tbl><w:p/>`;
}
