/** A document to print, before it is HTML or a word processor's: headings, paragraphs and tables of plain text. */
export type Block =
  | { readonly kind: 'title' | 'heading' | 'paragraph' | 'note'; readonly text: string }
  /** The first row is the head where `hasHead` says so. */
  | { readonly kind: 'table'; readonly hasHead: boolean; readonly rows: readonly (readonly string[])[] };

export interface Printed {
  readonly title: string;
  readonly blocks: readonly Block[];
}
