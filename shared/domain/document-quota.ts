import { addDays, type Day, startOf } from './calendar.ts';
import type { Family } from './organisation.ts';
import { type Refusal, refusedBy } from './refusal.ts';

/** What an organisation has announced on a day: documents, and what their contents come to. */
export interface Announced {
  readonly day: Day;
  readonly documents: number;
  readonly bytes: number;
}

const mebibyte = 1024 * 1024;

/**
 * What an organisation may announce in a day. An institution's bears the papers of a thousand loans taken over at once; an
 * enterprise, listed or not, has those of its own requests.
 */
export const announcedMax: Readonly<Record<Family, Pick<Announced, 'documents' | 'bytes'>>> = {
  institution: { documents: 5_000, bytes: 20_480 * mebibyte },
  official: { documents: 5_000, bytes: 20_480 * mebibyte },
  enterprise: { documents: 60, bytes: 600 * mebibyte },
};

/** Why one more document may not be announced today (`too-many-requests`), or null. `at` is the instant. */
export function refusalOfAnnouncement(
  family: Family,
  announced: Announced,
  { bytes, at }: { readonly bytes: number; readonly at: string },
): Refusal | null {
  const { documents: documentsMax, bytes: bytesMax } = announcedMax[family];
  if (announced.documents < documentsMax && announced.bytes + bytes <= bytesMax) return null;
  const resumesOn = addDays(announced.day, 1);
  return refusedBy(null, 'too-many-requests', {
    announced: announced.documents,
    announcedMax: documentsMax,
    announcedBytes: announced.bytes,
    announcedBytesMax: bytesMax,
    askedBytes: bytes,
    resumesOn,
    retryAfterSeconds: Math.ceil((Date.parse(startOf(resumesOn)) - Date.parse(at)) / 1000),
  });
}
