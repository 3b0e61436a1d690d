import type { Day } from './calendar.ts';
import { beginsAs, type ContentType } from './document-type.ts';
import type { DomainEvent, ResourceKind } from './event.ts';
import { type Family, familyOf, type Organisation } from './organisation.ts';
import { accepted, type Decision, type Refusal, refusedBy } from './refusal.ts';

/**
 * `awaiting-upload`: announced, nothing there yet. `refused`: what is there is not what was announced. `expired`: it became
 * evidence of nothing in time, and its content goes.
 */
export const documentStates = ['awaiting-upload', 'uploaded', 'refused', 'expired'] as const;
export type DocumentState = (typeof documentStates)[number];

/** What a document is evidence of. */
export interface DocumentLink {
  readonly kind: ResourceKind;
  readonly id: string;
}

/** What is announced of a file before its content comes. */
export interface AnnouncedFile {
  /** An open word of the policy data, such as `loan-contract`. */
  readonly kind: string;
  readonly fileName: string;
  readonly contentType: ContentType;
  readonly bytes: number;
  /** Hex SHA-256 of the content, lower case. */
  readonly sha256: string;
}

/** A paper as a file (电子材料): the system knows what it is, the object store holds its content. */
export interface Document extends AnnouncedFile {
  readonly documentId: string;
  /** The organisation that announced it. */
  readonly owner: string;
  /** What kind of organisation that is; not there if it was announced before families were kept. */
  readonly ownerFamily?: Family;
  /** Instant. */
  readonly announcedAt: string;
  /** When the content came, once a command has relied on it; null before. */
  readonly uploadedAt: string | null;
  readonly links: readonly DocumentLink[];
  /** The last day on which it may become evidence; not there if it was announced before such days were set. */
  readonly keptThrough?: Day;
  /** When it was said to have expired. */
  readonly expiredOn?: Day;
  /** When its content was taken out of the object store. */
  readonly contentRemovedOn?: Day;
}

/** What the object store says of a content. */
export interface Content {
  readonly bytes: number;
  readonly sha256: string;
  /** Its first bytes, which tell its form. */
  readonly head: readonly number[];
  /** Instant at which it came, to the second. */
  readonly storedAt: string;
}

export interface DocumentAnnounced {
  readonly type: 'document-announced';
  readonly data: AnnouncedFile & Pick<Document, 'documentId' | 'owner' | 'ownerFamily' | 'announcedAt' | 'keptThrough'>;
}

/** The content was seen in the object store, whole and as announced. */
export type DocumentUploaded = DomainEvent<'document-uploaded', { readonly uploadedAt: string }>;

/** It became evidence of something. */
export type DocumentLinked = DomainEvent<'document-linked', { readonly kind: ResourceKind; readonly id: string }>;

/** It became evidence of nothing in time: nothing can become of it any more. */
export type DocumentExpired = DomainEvent<'document-expired', { readonly on: Day }>;

/** The object store no longer has its content. */
export type DocumentContentRemoved = DomainEvent<'document-content-removed', { readonly on: Day }>;

export type DocumentEvent =
  | DocumentAnnounced
  | DocumentUploaded
  | DocumentLinked
  | DocumentExpired
  | DocumentContentRemoved;

/** So that a document stays a small item: a framework contract is evidence of many loans, none of thousands. */
export const linksMax = 100;

/** Whether a document is no evidence and its last day for that is over; the day binds, whether or not the night job has run. */
export const hasLapsed = ({ links, keptThrough, expiredOn }: Document, today: Day): boolean =>
  links.length === 0 && (expiredOn !== undefined || (keptThrough !== undefined && keptThrough < today));

/**
 * How a document stands on a day by what the object store holds; once recorded as uploaded it stays so, since nothing
 * replaces it.
 */
export function documentStateOf(document: Document, content: Content | null, today: Day): DocumentState {
  if (hasLapsed(document, today)) return 'expired';
  if (document.uploadedAt !== null) return 'uploaded';
  if (!content) return 'awaiting-upload';
  return isAsAnnounced(document, content) ? 'uploaded' : 'refused';
}

const isAsAnnounced = ({ bytes, sha256, contentType }: AnnouncedFile, content: Content): boolean =>
  content.bytes === bytes && content.sha256 === sha256 && beginsAs(content.head, contentType);

/** The organisation whose document it is: it alone may use it as evidence. */
export const ownerOf = ({ owner, ownerFamily }: Document): Organisation => ({
  family: ownerFamily ?? familyOf(owner),
  org: owner,
});

/** When a content came: not before it was announced, though object stores tell time in whole seconds. */
export const arrivalOf = ({ announcedAt }: Document, { storedAt }: Content): string =>
  storedAt < announcedAt ? announcedAt : storedAt;

/**
 * Decides whether a document may be evidence (R20). `content` is what the object store holds, where the upload is not
 * recorded yet: it is then, so that the trail says when the content came.
 *
 * Refusals in order: `document-not-valid` (expired, not uploaded, or not as announced), `too-many-items` (evidence of too
 * many).
 */
export function decideLink(
  document: Document,
  content: Content | null,
  link: DocumentLink,
  today: Day,
): Decision<DocumentEvent> {
  const state = documentStateOf(document, content, today);
  if (state !== 'uploaded') return notValid(document.documentId, state, document);
  const uploaded: readonly DocumentUploaded[] =
    document.uploadedAt === null && content
      ? [{ type: 'document-uploaded', data: { uploadedAt: arrivalOf(document, content) } }]
      : [];
  const { links } = document;
  if (links.some(({ kind, id }) => kind === link.kind && id === link.id)) return accepted(...uploaded);
  if (links.length >= linksMax) {
    return refusedBy('R20', 'too-many-items', { items: links.length, itemsMax: linksMax });
  }
  const linked: DocumentLinked = { type: 'document-linked', data: { kind: link.kind, id: link.id } };
  return accepted<DocumentEvent>(...uploaded, linked);
}

/** Says no to a document that the caller has not; another's looks the same as none. */
export const noSuchDocument = (documentId: string): Refusal =>
  refusedBy('R20', 'document-not-valid', { documentId, state: null });

const notValid = (documentId: string, state: DocumentState, document: Document): Refusal => {
  const { fileName, contentType, bytes, keptThrough = null } = document;
  const facts = { documentId, state, fileName, contentType, bytes };
  return refusedBy('R20', 'document-not-valid', state === 'expired' ? { ...facts, keptThrough } : facts);
};

/** The document after an event; the first event makes it. */
export function evolveDocument(state: Document | null, event: DocumentEvent): Document {
  if (event.type === 'document-announced') return { ...event.data, uploadedAt: null, links: [] };
  if (!state) throw new Error(`${event.type} before document-announced`);
  if (event.type === 'document-uploaded') return { ...state, uploadedAt: event.data.uploadedAt };
  if (event.type === 'document-expired') return { ...state, expiredOn: event.data.on };
  if (event.type === 'document-content-removed') return { ...state, contentRemovedOn: event.data.on };
  return { ...state, links: [...state.links, event.data] };
}
