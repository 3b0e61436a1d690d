import type { Candidate } from '../../domain/agenda.ts';
import type { AgendaItem, Meeting, Subject } from '../../domain/meeting.ts';
import type { NewItem } from '../../domain/meeting-event.ts';
import { claimLayout } from '../../store/claims.ts';
import type { ItemKey } from '../../store/database.ts';
import type { Items } from '../../store/read.ts';
import { storedIn } from '../../store/resource.ts';
import type { Act } from '../../store/trail.ts';
import type { Write } from '../../store/transaction.ts';
import { claimSubjects } from './subject-claims.ts';
import { inclusionSubjects } from './subject-inclusions.ts';

/** What an agenda does with one kind of thing that is on it. */
export interface Subjects {
  readonly key: (id: string) => ItemKey;
  /** What is to go on the agenda, as it was read. */
  readonly candidate: (items: Items, id: string) => Candidate;
  readonly putOn: (items: Items, id: string, place: Place, act: Act) => readonly Write[];
  /** None where it is not on that meeting's agenda any more. */
  readonly takeOff: (
    items: Items,
    id: string,
    off: { meetingId: string; reason: string | null },
    act: Act,
  ) => readonly Write[];
}

export interface Place {
  readonly meetingId: string;
  readonly itemId: string;
  readonly proposedAssessedFen: number | null;
}

const subjects: Readonly<Record<Subject['kind'], Subjects>> = { claim: claimSubjects, inclusion: inclusionSubjects };

/** What is named to go on an agenda, in its order. */
export interface Named {
  readonly kind: Subject['kind'];
  readonly id: string;
}

/** Claims come before inclusions. */
export const namedOf = ({
  claimIds,
  inclusionIds,
}: {
  readonly claimIds: readonly string[];
  readonly inclusionIds: readonly string[];
}): readonly Named[] => [
  ...claimIds.map((id) => ({ kind: 'claim', id }) as const),
  ...inclusionIds.map((id) => ({ kind: 'inclusion', id }) as const),
];

export const keysOf = (named: readonly Named[]): readonly ItemKey[] =>
  named.map(({ kind, id }) => subjects[kind].key(id));

export const candidatesOf = (items: Items, named: readonly Named[]): readonly Candidate[] =>
  named.map(({ kind, id }) => subjects[kind].candidate(items, id));

/** What an item is about. */
export const namedBy = ({ kind, claimId, inclusionId }: Subject): Named => ({ kind, id: claimId ?? inclusionId ?? '' });

/** The writes that put what new items are about on an agenda: two for each. */
export const putOnAgenda = (items: Items, added: readonly NewItem[], meetingId: string, act: Act): readonly Write[] =>
  added.flatMap((item) => {
    const { kind, id } = namedBy(item);
    const place = { meetingId, itemId: item.itemId, proposedAssessedFen: item.claimedFen };
    return subjects[kind].putOn(items, id, place, act);
  });

/** The writes that take what items are about off an agenda. */
export const takeOffAgenda = (
  items: Items,
  removed: readonly AgendaItem[],
  off: { readonly meetingId: string; readonly reason: string | null },
  act: Act,
): readonly Write[] =>
  removed.flatMap((item) => {
    const { kind, id } = namedBy(item);
    return subjects[kind].takeOff(items, id, off, act);
  });

/** The claims of an agenda that were withdrawn from it (R17), which alone takes them off behind the meeting's back. */
export const withdrawnClaims = (items: Items, { meetingId, items: agenda }: Meeting): ReadonlySet<string> =>
  new Set(
    agenda.flatMap(({ claimId }) => {
      const claim = claimId === null ? null : storedIn(items, claimLayout, claimId)?.state;
      const isOn = claim?.state === 'on-agenda' && claim.meetingId === meetingId;
      return claimId === null || isOn ? [] : [claimId];
    }),
  );
