import { type DomainEvent, type ResourceKind, resourceKinds } from '../../domain/event.ts';
import { agreementLayout } from '../../store/agreements.ts';
import { applicationLayout } from '../../store/applications.ts';
import { claimLayout } from '../../store/claims.ts';
import type { Item, ItemKey } from '../../store/database.ts';
import { documentLayout } from '../../store/documents.ts';
import { enterpriseLayout, memberKey } from '../../store/enterprises.ts';
import { appropriationLayout } from '../../store/fund.ts';
import { importLayout } from '../../store/imports.ts';
import { inclusionLayout } from '../../store/inclusions.ts';
import { institutionLayout } from '../../store/institutions.ts';
import { loanLayout } from '../../store/loans.ts';
import { meetingLayout } from '../../store/meetings.ts';
import { personLayout } from '../../store/persons.ts';
import { policyLayout } from '../../store/policies.ts';
import { refreshLayout } from '../../store/refreshes.ts';
import { repairLayout } from '../../store/repairs.ts';
import { itemOf, type ResourceLayout, toStored } from '../../store/resource.ts';
import type { TableName } from '../../store/tables.ts';
import { chainStart, endOf, type TrailEvent } from '../../store/trail.ts';
import type { Services } from '../services.ts';
import { verifyPolicy } from './verify-policy.ts';
import { compare, replayed, type Verification, verifyResource } from './verify-resource.ts';

type Verify = (services: Services, id: string) => Promise<Verification | null>;

/** How the resources of a kind lie in the store, with what their states are left to the closure. */
export interface KeptKind {
  readonly table: TableName;
  readonly key: (id: string) => ItemKey['key'];
  /** An item apart from the state by which the resource is listed. */
  readonly listedBy?: ((id: string) => ItemKey) | undefined;
  /** Whether a whole history and the stored item say the same; a no is judged again by `verify`. */
  readonly agree: (events: readonly TrailEvent[], item: Item | undefined) => Promise<boolean>;
  /** Whether the item is where its table's indexes look for what its state says. */
  readonly isIndexedAsSaid: (id: string, item: Item) => boolean;
  /** The item that a whole history says; null where replay does not understand an event. */
  readonly itemOf: (id: string, events: readonly TrailEvent[]) => Item | null;
}

/** How a kind of resource is verified, one at a time or as it lies in the store; the latter not where nothing is kept. */
export interface KindAudit {
  readonly verify: Verify;
  readonly kept?: KeptKind;
}

const byLayout = <State, Event extends DomainEvent>(
  layout: ResourceLayout<State, Event>,
  listedBy?: KeptKind['listedBy'],
) => ({
  verify: (services: Services, id: string) => verifyResource(services, layout, id),
  kept: {
    table: layout.table,
    key: layout.key,
    listedBy,
    agree: async (events: readonly TrailEvent[], item: Item | undefined) =>
      (await compare(events, toStored<State>(item), layout.evolve)).ok,
    isIndexedAsSaid: (id: string, item: Item) =>
      Object.entries(layout.indexed(item.data as State, id)).every(([name, value]) => item[name] === value),
    itemOf: (id: string, events: readonly TrailEvent[]) => {
      let state: State | null = null;
      for (const event of events) {
        const next: { readonly state: State } | null = replayed(state, event, layout.evolve);
        if (!next) return null;
        ({ state } = next);
      }
      return state === null ? null : itemOf(layout, id, { state, ...endOf(chainStart, events) });
    },
  },
});

/** A version is more than its item, since the book holds its copy: each is verified by itself. */
const policies = byLayout(policyLayout);

/** How each kind of resource is verified: a new kind does not compile until somebody said how. */
export const verifiers: Readonly<Record<ResourceKind, KindAudit>> = {
  enterprises: byLayout(enterpriseLayout, memberKey),
  inclusions: byLayout(inclusionLayout),
  applications: byLayout(applicationLayout),
  loans: byLayout(loanLayout),
  claims: byLayout(claimLayout),
  meetings: byLayout(meetingLayout),
  institutions: byLayout(institutionLayout),
  agreements: byLayout(agreementLayout),
  policies: { verify: verifyPolicy, kept: { ...policies.kept, agree: async () => false } },
  imports: byLayout(importLayout),
  fund: byLayout(appropriationLayout),
  documents: byLayout(documentLayout),
  refreshes: byLayout(refreshLayout),
  repairs: byLayout(repairLayout),
  persons: byLayout(personLayout),
};

/** Every kind of which something is kept, with how it lies in the store. */
export const keptKinds: readonly (KeptKind & { readonly kind: ResourceKind })[] = resourceKinds.flatMap((kind) => {
  const { kept } = verifiers[kind];
  return kept ? [{ kind, ...kept }] : [];
});
