import * as z from 'zod/mini';
import { documentStates } from '../domain/document.ts';
import { Bytes, ContentType, FileName, Sha256 } from './documents.ts';
import { Day, Id, Instant, Word } from './fields.ts';
import { Address, Key, Label } from './reply-fields.ts';

export const Document = z
  .object({
    documentId: Id,
    /** The organisation that announced it. */
    owner: Label,
    kind: Word,
    fileName: FileName,
    contentType: ContentType,
    bytes: Bytes,
    sha256: Sha256,
    /** `refused`: what was uploaded is not what was announced. `expired`: it became evidence of nothing in time. */
    state: z.enum(documentStates),
    announcedAt: Instant,
    /** The last day on which it may become evidence; null once it is, and for one that is kept without end. */
    keptThrough: z.nullable(Day),
    uploadedAt: z.nullable(Instant),
    /** For PUT, once, with `headers` and the content of exactly that length (412: it is there); for its owner only, until it is uploaded. */
    uploadUrl: z.nullable(Address),
    /** The headers that the upload must carry, as they are. */
    headers: z.nullable(z.record(Key, Label)),
    /** For GET, once it is uploaded. */
    downloadUrl: z.nullable(Address),
    /** When the address stops working; reading the document gives a new one. */
    expiresAt: z.nullable(Instant),
    version: z.int(),
  })
  .check(z.meta({ id: 'Document', description: 'Document 电子材料: a paper as a file' }));
