import { type Day, plusDays } from './days.ts';

/** A paper as a file. */
export interface PaperFile {
  readonly id: string;
  readonly owner: string;
  readonly keptThrough: Day;
  /** What its owner sent: what was announced, or something else. */
  readonly sent: 'as-announced' | 'other';
  /** Whether a content lies in the object store. */
  isThere: boolean;
  /** What it is evidence of, such as `loans loan-1`. */
  readonly links: Set<string>;
  expiredOn: Day | null;
  removedOn: Day | null;
}

export type Documents = Map<string, PaperFile>;

/** Every document of a history is the same page; what is sent in its place is another. */
export const announced = Buffer.from('%PDF-1.7\n平湖');
const other = Buffer.from('%PDF-1.7\n嘉兴');

export const contentOf = ({ isThere, sent }: PaperFile): Buffer | null =>
  isThere ? (sent === 'as-announced' ? announced : other) : null;

/** A document that becomes evidence of nothing within a month expires. */
export const keptThroughOf = (announcedOn: Day): Day => plusDays(announcedOn, 30);

export const hasExpired = ({ links, keptThrough, expiredOn }: PaperFile, today: Day): boolean =>
  links.size === 0 && (expiredOn !== null || keptThrough < today);

/** What speaks against a document as somebody's evidence. */
export function againstPaper(document: PaperFile | undefined, org: string, today: Day): string[] {
  const isRight =
    document !== undefined &&
    document.owner === org &&
    document.isThere &&
    document.sent === 'as-announced' &&
    !hasExpired(document, today);
  return isRight ? [] : ['document-not-valid'];
}
