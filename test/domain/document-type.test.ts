import { describe, expect, test } from 'vitest';
import {
  beginsAs,
  type ContentType,
  contentTypes,
  documentBytesMax,
  documentTypes,
  isFileName,
  isNamedAs,
  signatureBytesMax,
} from '../../shared/domain/document-type.ts';

const bytesOf = (text: string): readonly number[] => [...text].map((character) => character.charCodeAt(0));
const docx: ContentType = 'application/vnd.openxmlformats-officedocument.wordprocessingml.document';

describe('the name of a file', () => {
  test.each([
    ['', false],
    ['合', true],
    [`${'长'.repeat(251)}.pdf`, true],
    [`${'长'.repeat(252)}.pdf`, false],
    // A character beyond the basic plane is one character.
    [`${'𠮷'.repeat(251)}.pdf`, true],
    ['借款合同（2026）第 3 号.pdf', true],
    ['a/b.pdf', false],
    ['a\\b.pdf', false],
    ['a\nb.pdf', false],
    ['a\u0000.pdf', false],
    ['a\u007f.pdf', false],
    ['合同\u202Efdp.exe', false],
    ['a\u200B.pdf', false],
    ['a\uD800.pdf', false],
  ])('%j: %s', (name, expected) => {
    expect(isFileName(name)).toBe(expected);
  });

  test.each([
    ['a.pdf', 'application/pdf', true],
    ['A.PDF', 'application/pdf', true],
    ['a.b.pdf', 'application/pdf', true],
    ['a.pdf.exe', 'application/pdf', false],
    ['a.exe', 'application/pdf', false],
    ['.pdf', 'application/pdf', false],
    ['pdf', 'application/pdf', false],
    ['apdf', 'application/pdf', false],
    ['a.jpeg', 'image/jpeg', true],
    ['a.jpg', 'image/jpeg', true],
    ['a.docm', docx, false],
  ] as const)('%s goes with %s: %s', (name, contentType, expected) => {
    expect(isNamedAs(name, contentType)).toBe(expected);
  });
});

describe('the beginning of a content', () => {
  test.each([
    ['application/pdf', bytesOf('%PDF-1.7'), true],
    ['application/pdf', bytesOf('%PDF'), false],
    ['application/pdf', bytesOf(' %PDF-1.'), false],
    ['application/pdf', bytesOf('MZ\u0090\0'), false],
    ['application/pdf', [], false],
    ['image/png', [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a], true],
    ['image/png', [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0b], false],
    ['image/jpeg', [0xff, 0xd8, 0xff, 0xe1], true],
    ['image/tiff', [0x49, 0x49, 0x2a, 0x00], true],
    ['image/tiff', [0x4d, 0x4d, 0x00, 0x2a], true],
    ['image/tiff', [0x49, 0x49, 0x00, 0x2a], false],
    ['application/ofd', bytesOf('PK\u0003\u0004'), true],
    [docx, bytesOf('PK\u0003\u0004'), true],
    // An empty archive is no document.
    [docx, bytesOf('PK\u0005\u0006'), false],
  ] as const)('of %s: %j: %s', (contentType, head, expected) => {
    expect(beginsAs(head, contentType)).toBe(expected);
  });

  test('is read as far as the longest of the signatures goes', () => {
    const lengths = contentTypes.flatMap((type) => documentTypes[type].signatures.map(({ length }) => length));
    expect(Math.max(...lengths)).toBe(signatureBytesMax);
  });
});

test('a document has at most 20 MiB', () => {
  expect(documentBytesMax).toBe(20_971_520);
});

test('nothing is taken that a computer would run, nor an archive of other files', () => {
  const extensions = contentTypes.flatMap((type) => documentTypes[type].extensions);
  expect(extensions.sort()).toEqual(['docx', 'jpeg', 'jpg', 'ofd', 'pdf', 'png', 'tif', 'tiff', 'xlsx']);
});
