import { type Day, dayAt } from '../../domain/calendar.ts';
import { arrivalOf, documentStateOf } from '../../domain/document.ts';
import { type Address, downloadAddress, type Objects, uploadAddress } from '../../store/objects.ts';
import type { Caller } from '../caller.ts';
import { isOwner } from './access.ts';
import type { DocumentReading } from './read.ts';

/** The address that its reader may use now: one of the two, or none. */
interface Addresses {
  readonly upload?: Address;
  readonly download?: Address;
}

/** A new address: to upload it for its owner while it is awaited, to download it for all its readers afterwards. */
export async function addressesOf(
  objects: Objects,
  { stored: { state: document }, content }: DocumentReading,
  caller: Caller,
  at: string,
): Promise<Addresses> {
  const state = documentStateOf(document, content, dayAt(at));
  if (state === 'uploaded') return { download: await downloadAddress(objects, document, at) };
  const isAwaitedHere = state === 'awaiting-upload' && isOwner(caller, document);
  return isAwaitedHere ? { upload: await uploadAddress(objects, document, at) } : {};
}

/** A document as the API shows it. */
export function documentView(reading: DocumentReading, { upload, download }: Addresses, today: Day) {
  const { stored, content } = reading;
  const { uploadedAt, ...document } = stored.state;
  const state = documentStateOf(stored.state, content, today);
  return {
    documentId: document.documentId,
    owner: document.owner,
    kind: document.kind,
    fileName: document.fileName,
    contentType: document.contentType,
    bytes: document.bytes,
    sha256: document.sha256,
    state,
    announcedAt: document.announcedAt,
    keptThrough: document.links.length > 0 ? null : (document.keptThrough ?? null),
    uploadedAt: uploadedAt ?? (state === 'uploaded' && content ? arrivalOf(stored.state, content) : null),
    uploadUrl: upload?.url ?? null,
    headers: upload?.headers ?? null,
    downloadUrl: download?.url ?? null,
    expiresAt: (upload ?? download)?.expiresAt ?? null,
    version: stored.version,
  };
}
