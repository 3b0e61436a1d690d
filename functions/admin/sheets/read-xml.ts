/// <reference path="./saxen.d.ts" />
import { Parser } from 'saxen';
import { SheetRefused } from './sheet-fault.ts';

/** What is done with XML while it is read; names come without their prefix. */
interface XmlReader {
  readonly open: (name: string, attributes: () => Readonly<Record<string, string>>) => void;
  readonly text?: (text: string) => void;
  readonly close?: (name: string) => void;
}

/** No part of a workbook nests so deep; a file that does is made to fill the memory. */
const depthMax = 100;

/**
 * Reads XML from its first character to its last, once; nothing of a part that is not there, which is "". There is no DOM in a
 * worker.
 *
 * @throws SheetRefused if it is not well-formed: half a sheet must not be taken for a whole one.
 */
export function readXml(xml: string, { open, text, close }: XmlReader): void {
  if (xml === '') return;
  let depth = 0;
  const take = (raw: string): void => text?.(plainText(raw));
  new Parser()
    .on('openTag', (name, attributes) => {
      depth += 1;
      if (depth > depthMax) throw new SheetRefused('not-a-sheet');
      open(localName(name), () => plainValues(attributes()));
    })
    .on('text', take)
    .on('cdata', (raw) => text?.(raw))
    .on('closeTag', (name) => {
      depth -= 1;
      close?.(localName(name));
    })
    .on('error', () => {
      throw new SheetRefused('not-a-sheet');
    })
    .parse(xml);
}

const localName = (name: string): string => name.slice(name.indexOf(':') + 1);

function plainValues(attributes: Record<string, string>): Readonly<Record<string, string>> {
  for (const [name, value] of Object.entries(attributes)) attributes[name] = plainText(value);
  return attributes;
}

const entities: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'" };

/**
 * Character data without its entities; no entity is ever defined by a document. The parser's own decoding is not used: it makes
 * half a character of the numbers beyond U+FFFF, among which are rare characters of names.
 */
function plainText(text: string): string {
  if (!text.includes('&')) return text;
  return text.replace(/&(?:#(\d{1,7})|#x([0-9a-fA-F]{1,6})|(\w{2,4}));/g, (whole, decimal, hex, name) => {
    if (name !== undefined) return entities[name] ?? whole;
    const code = decimal === undefined ? Number.parseInt(hex, 16) : Number(decimal);
    return code <= 0x10ffff ? String.fromCodePoint(code) : '';
  });
}
