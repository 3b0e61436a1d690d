import * as z from 'zod/mini';
import { contentTypes, documentBytesMax, isFileName, isNamedAs } from '../domain/document-type.ts';
import { commandBody, Word } from './fields.ts';

export const ContentType = z.enum(contentTypes);
export const Bytes = z
  .int()
  .check(z.minimum(1), z.maximum(documentBytesMax), z.meta({ description: 'Length of the content, at most 20 MiB' }));
export const FileName = z.string().check(z.refine(isFileName, { error: 'file-name-invalid' }));
export const Sha256 = z
  .string()
  .check(z.regex(/^[0-9a-f]{64}$/), z.meta({ description: 'SHA-256 of the content in lower-case hex' }));

export const AnnounceDocument = commandBody({
  kind: Word,
  fileName: FileName,
  contentType: ContentType,
  bytes: Bytes,
  sha256: Sha256,
}).check(
  z.refine(({ fileName, contentType }) => isNamedAs(fileName, contentType), {
    path: ['fileName'],
    error: 'extension-mismatch',
  }),
  z.meta({ id: 'AnnounceDocument' }),
);
