/** A document to print, before it is HTML or a word processor's: headings, paragraphs and tables of plain text. */
export type Block =
  | { readonly kind: 'title' | 'heading' | 'paragraph' | 'note'; readonly text: string }
  /** The first row is the head where `hasHead` says so. */
  | { readonly kind: 'table'; readonly hasHead: boolean; readonly rows: readonly (readonly string[])[] };

export interface Printed {
  readonly title: string;
  readonly blocks: readonly Block[];
}

/** Characters that neither HTML nor XML can carry, as escapes either; of control characters all but tab and line ends. */
const unprintable = /(?![\t\n\r])\p{Cc}|\p{Noncharacter_Code_Point}/gu;

const escapes: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
};

/** A text as it may stand in HTML and XML, between tags or in an attribute. */
export const escaped = (text: string): string =>
  text.replace(unprintable, '').replace(/[&<>"']/g, (character) => escapes[character] ?? '');
