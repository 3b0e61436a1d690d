import { strToU8, type Zippable, zipSync } from 'fflate';

/** The first day that a ZIP archive knows, for every file: the same content is the same bytes. */
const mtime = new Date(1980, 0, 1);

/** A ZIP archive (PKWARE APPNOTE 6.3) of a few texts by their names, in their order. */
export const zipOf = (files: readonly (readonly [name: string, text: string])[]): Uint8Array<ArrayBuffer> =>
  zipSync(Object.fromEntries(files.map(([name, text]) => [name, strToU8(text)])) satisfies Zippable, { mtime });
