import type { ResourceKind } from '../../domain/event.ts';
import type { Item } from '../../store/database.ts';
import { memberRange } from '../../store/enterprises.ts';
import { queryPage } from '../../store/read.ts';
import type { TableName } from '../../store/tables.ts';
import type { Caller } from '../caller.ts';
import { listPolicies } from '../policies/list.ts';
import type { Services } from '../services.ts';
import { verifiers } from './kinds.ts';
import type { Verification } from './verify-resource.ts';

/** What the verification of one page of a kind found. */
export interface KindVerification extends Verification {
  readonly broken: readonly { readonly id: string; readonly brokenAt: number }[];
  /** Where to go on; undefined after the last. */
  readonly next: Item | undefined;
}

/** How many resources one call verifies: each is a reading of its whole history. */
const resourcesMax = 25;

interface Ids {
  readonly ids: readonly string[];
  readonly next: Item | undefined;
}

type Lister = (services: Services, after: Item | undefined) => Promise<Ids>;

const byRoster =
  (table: TableName, roster: string = table): Lister =>
  async ({ database }, after) => {
    const range = { expression: '#roster = :roster', names: { '#roster': 'roster' }, values: { ':roster': roster } };
    const { items, last } = await queryPage(database, { table, index: 'roster', ...range, limit: resourcesMax, after });
    return { ids: items.map(({ pk }) => String(pk)), next: last };
  };

const byMembers: Lister = async ({ database }, after) => {
  const { items, last } = await queryPage(database, { ...memberRange('all'), limit: resourcesMax, after });
  return { ids: items.map(({ sk }) => String(sk)), next: last };
};

/** Whoever verifies a kind verifies all of it, drafts too. */
const everything: Caller = { sub: 'audit', name: 'audit', org: 'audit', role: 'auditor' };

const byPolicies: Lister = async (services, after) => {
  const { items, next } = await listPolicies(services, everything, { limit: resourcesMax, after });
  return { ids: items.map(({ policy }) => policy.policyId), next };
};

/** Where the ids of each kind are listed. */
export const listers = {
  enterprises: byMembers,
  inclusions: byRoster('inclusions'),
  applications: byRoster('applications'),
  loans: byRoster('loans'),
  claims: byRoster('claims'),
  meetings: byRoster('meetings'),
  institutions: byRoster('institutions'),
  agreements: byRoster('agreements'),
  policies: byPolicies,
  imports: byRoster('imports'),
  fund: byRoster('fund'),
  documents: byRoster('documents'),
  refreshes: byRoster('imports', 'refreshes'),
  repairs: byRoster('checks', 'repairs'),
  persons: byRoster('persons'),
} as const satisfies Record<ResourceKind, Lister>;

/** Verifies one page of the resources of a kind (R30), and names each that does not verify. */
export async function verifyKind(
  services: Services,
  kind: ResourceKind,
  after: Item | undefined,
): Promise<KindVerification> {
  const { ids, next } = await listers[kind](services, after);
  const broken: { id: string; brokenAt: number }[] = [];
  let events = 0;
  for (const id of ids) {
    const found = await verifiers[kind].verify(services, id);
    events += found?.events ?? 0;
    // Listed, but neither state nor event is there any more: the first event is what is missing.
    if (!found?.ok) broken.push({ id, brokenAt: found?.brokenAt ?? 1 });
  }
  return { ok: broken.length === 0, events, brokenAt: broken[0]?.brokenAt ?? null, broken, next };
}
