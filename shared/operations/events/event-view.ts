import type { Role } from '../../contracts/route.ts';
import type { EventOf } from '../../domain/any-event.ts';
import type { DomainEvent, ResourceKind } from '../../domain/event.ts';
import type { TrailEvent } from '../../store/trail.ts';
import { type Caller, seesAll } from '../caller.ts';
import { actorView } from './actor-view.ts';
import type { Names } from './names.ts';

/**
 * As whom a caller reads a resource's events, once the resource is theirs to read. The office and the auditor see every
 * event whole and are not named here; `outsider` is whoever reads what is open to all and not their own.
 */
export type Reader = Exclude<Role, 'office' | 'auditor'> | 'outsider';
export type Readers = readonly Reader[];

/** Who sees a field, or what of its value a caller sees; undefined leaves the field out. */
export type FieldRule<Value> = Readers | ((value: Value, caller: Caller) => unknown);

/** Who sees an event of a type at all, and which of its fields: a field that nobody decided about does not compile. */
export interface TypeView<Data> {
  readonly seenBy: Readers;
  readonly data: { readonly [Field in keyof Data]-?: FieldRule<Data[Field]> };
}

/** The view of a kind's events (api.md, "who sees what"): a type that nobody decided about does not compile. */
export type EventViews<Event extends DomainEvent> = {
  readonly [Each in Event as Each['type']]: TypeView<Each['data']>;
};

/** How a kind's events are shown, with the types left to its own file. */
export interface KindView<Kind extends ResourceKind = ResourceKind> {
  readonly kind: Kind;
  readonly views: Readonly<Record<string, TypeView<Readonly<Record<string, unknown>>>>>;
  /** As whom a caller reads; by their role by default. */
  readonly readerOf?: (caller: Caller, id: string) => Reader;
}

/** @internal The one place where the types of a kind's own events are let go. */
export const kindView = <Kind extends ResourceKind>(
  kind: Kind,
  views: EventViews<EventOf<Kind>>,
  readerOf?: KindView['readerOf'],
): KindView<Kind> => ({ kind, views: views as unknown as KindView['views'], ...(readerOf && { readerOf }) });

export type ShownEvent = ReturnType<typeof wholeEvent>;

/**
 * An event as a caller sees it: with the fields that are theirs to see, or null where they may not know of it. The salt
 * is shown with the whole event alone, so that nobody finds what is left out by trying what gives its hash.
 */
export function eventView(view: KindView, event: TrailEvent, id: string, caller: Caller, names: Names) {
  if (seesAll(caller)) return wholeEvent(event, caller, names);
  const reader = view.readerOf?.(caller, id) ?? (caller.role as Reader);
  const type = view.views[event.type];
  if (!type?.seenBy.includes(reader)) return null;
  const data = Object.fromEntries(
    Object.entries(event.data)
      .map(([name, value]) => [name, shownOf(type.data[name], value, reader, caller)])
      .filter(([, value]) => value !== undefined),
  );
  return shown(event, data, actorView(event, caller, reader, names));
}

/** An event whole, for those who see all. */
export const wholeEvent = (event: TrailEvent, caller: Caller, names: Names) =>
  shown(event, event.data as Readonly<Record<string, unknown>>, actorView(event, caller, null, names));

function shown(
  { sequence, at, actor, type, data: whole, algorithm, salt, previousHash, hash }: TrailEvent,
  data: Readonly<Record<string, unknown>>,
  shownActor: ReturnType<typeof actorView>,
) {
  const isWhole =
    Object.entries(whole).every(([name, value]) => data[name] === value) &&
    shownActor.sub !== null &&
    'causedBy' in actor === 'causedBy' in shownActor;
  return {
    ...{ sequence, at, actor: shownActor, type, data },
    ...{ algorithm: algorithm ?? null, salt: (isWhole && salt) || null, previousHash, hash },
  };
}

/** A field that no rule names, as of a release that is being deployed, is nobody's. */
function shownOf(rule: FieldRule<unknown> | undefined, value: unknown, reader: Reader, caller: Caller): unknown {
  if (typeof rule === 'function') return rule(value, caller);
  return rule?.includes(reader) ? value : undefined;
}
