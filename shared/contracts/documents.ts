import * as z from 'zod/mini';
import { documentStates } from '../domain/document.ts';
import { contentTypes, documentBytesMax, isFileName, isNamedAs } from '../domain/document-type.ts';
import { commandBody, Id, Instant, Word } from './fields.ts';

const ContentType = z.enum(contentTypes);
const Bytes = z
  .int()
  .check(z.minimum(1), z.maximum(documentBytesMax), z.meta({ description: 'Length of the content, at most 20 MiB' }));
const Sha256 = z
  .string()
  .check(z.regex(/^[0-9a-f]{64}$/), z.meta({ description: 'SHA-256 of the content in lower-case hex' }));

export const AnnounceDocument = commandBody({
  kind: Word,
  fileName: z.string().check(z.refine(isFileName, { error: 'file-name-invalid' })),
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

export const Document = z
  .object({
    documentId: Id,
    /** The organisation that announced it. */
    owner: z.string(),
    kind: z.string(),
    fileName: z.string(),
    contentType: ContentType,
    bytes: Bytes,
    sha256: Sha256,
    /** `refused`: what was uploaded is not what was announced. */
    state: z.enum(documentStates),
    announcedAt: Instant,
    uploadedAt: z.nullable(Instant),
    /** For PUT, with `headers` and the content of exactly that length; until it is uploaded, and for its owner only. */
    uploadUrl: z.nullable(z.string()),
    /** The headers that the upload must carry, as they are. */
    headers: z.nullable(z.record(z.string(), z.string())),
    /** For GET, once it is uploaded. */
    downloadUrl: z.nullable(z.string()),
    /** When the address stops working; reading the document gives a new one. */
    expiresAt: z.nullable(Instant),
    version: z.int(),
  })
  .check(z.meta({ id: 'Document', description: 'Document 电子材料: a paper as a file' }));
