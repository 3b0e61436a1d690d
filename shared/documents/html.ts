import type { Block, Printed } from './printed.ts';
import { escaped } from './xml-text.ts';

const style = `@page{size:A4;margin:25mm 22mm}
body{font-family:"FangSong","SimSun",serif;font-size:12pt;line-height:1.6;max-width:166mm;margin:0 auto;padding:10mm}
h1{font-size:20pt;text-align:center}h2{font-size:14pt;margin-top:1.5em;break-after:avoid}
h1+p{text-align:center}table{border-collapse:collapse;width:100%;margin:.5em 0}
th,td{border:1px solid #000;padding:1mm 2mm;text-align:left;vertical-align:top;overflow-wrap:anywhere}
tr{break-inside:avoid}.note{font-size:10pt;overflow-wrap:anywhere}p,td{white-space:pre-line}
@media print{body{max-width:none;padding:0}}`;

/** A document as one page of HTML that prints on A4; it loads nothing and runs nothing. */
export const htmlOf = ({ title, blocks }: Printed): string =>
  `<!DOCTYPE html>\n<html lang="zh-CN"><head><meta charset="utf-8"><title>${escaped(title)}</title><style>${style}</style></head>\n<body>\n${blocks.map(blockOf).join('\n')}\n</body></html>\n`;

function blockOf(block: Block): string {
  if (block.kind === 'table') return tableOf(block);
  const text = escaped(block.text);
  if (block.kind === 'title') return `<h1>${text}</h1>`;
  if (block.kind === 'heading') return `<h2>${text}</h2>`;
  return block.kind === 'note' ? `<p class="note">${text}</p>` : `<p>${text}</p>`;
}

function tableOf({ hasHead, rows }: Extract<Block, { kind: 'table' }>): string {
  const lines = rows.map((row, index) => {
    const cells = row.map((cell, column) => {
      const scope = hasHead && index === 0 ? 'col' : !hasHead && column === 0 ? 'row' : null;
      return scope === null ? `<td>${escaped(cell)}</td>` : `<th scope="${scope}">${escaped(cell)}</th>`;
    });
    return `<tr>${cells.join('')}</tr>`;
  });
  return `<table>${lines.join('\n')}</table>`;
}
