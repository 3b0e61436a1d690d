/** A form of file that is taken as a document: how its name ends, and how its content begins. */
interface DocumentType {
  readonly extensions: readonly string[];
  /** The file begins with one of these. */
  readonly signatures: readonly (readonly number[])[];
}

const zip = [0x50, 0x4b, 0x03, 0x04];

/**
 * The forms that are taken: what banks scan (PDF, PNG, JPEG, TIFF), the national standard of electronic papers (OFD 版式文件,
 * GB/T 33190), and Office files that cannot carry macros. Not taken are archives, because nobody looks at what is in
 * them, and all that a computer would run.
 */
export const documentTypes = {
  'application/pdf': { extensions: ['pdf'], signatures: [[0x25, 0x50, 0x44, 0x46, 0x2d]] },
  'application/ofd': { extensions: ['ofd'], signatures: [zip] },
  'image/png': { extensions: ['png'], signatures: [[0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]] },
  'image/jpeg': { extensions: ['jpg', 'jpeg'], signatures: [[0xff, 0xd8, 0xff]] },
  'image/tiff': {
    extensions: ['tif', 'tiff'],
    signatures: [
      [0x49, 0x49, 0x2a, 0x00],
      [0x4d, 0x4d, 0x00, 0x2a],
    ],
  },
  'application/vnd.openxmlformats-officedocument.wordprocessingml.document': {
    extensions: ['docx'],
    signatures: [zip],
  },
  'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet': { extensions: ['xlsx'], signatures: [zip] },
} as const satisfies Record<string, DocumentType>;

export type ContentType = keyof typeof documentTypes;
export const contentTypes = Object.keys(documentTypes) as [ContentType, ...ContentType[]];

/** 20 MiB: a contract of a hundred scanned pages; more is a film or a mistake. */
export const documentBytesMax = 20 * 1024 * 1024;

/** How much of a content's beginning tells its form: the longest of the signatures. */
export const signatureBytesMax = 8;

/** As long as a name may be on the file systems that it is saved to. */
export const fileNameCharactersMax = 255;

/**
 * What no name may hold: separators of folders, control characters, halves of characters, and the invisible ones that turn
 * the direction of writing, by which `exe.pdf` is made to look like what it is not.
 */
const forbidden = /[/\\\p{Cc}\p{Cf}\p{Cs}\u2028\u2029]/u;

/** Whether a text is a file's name: 1 to 255 characters, none of them {@link forbidden}. */
export const isFileName = (name: string): boolean =>
  name !== '' && [...name].length <= fileNameCharactersMax && !forbidden.test(name);

/** Whether a file's name has an ending of its form, after at least one other character. */
export function isNamedAs(fileName: string, contentType: ContentType): boolean {
  const { extensions }: DocumentType = documentTypes[contentType];
  const dot = fileName.lastIndexOf('.');
  return dot > 0 && extensions.includes(fileName.slice(dot + 1).toLowerCase());
}

/** Whether a content that begins like this can be of a form. */
export function beginsAs(head: readonly number[], contentType: ContentType): boolean {
  const { signatures }: DocumentType = documentTypes[contentType];
  return signatures.some((signature) => signature.every((byte, index) => head[index] === byte));
}
