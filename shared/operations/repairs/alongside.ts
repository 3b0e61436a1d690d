import canonicalize from 'canonicalize';
import type { EnterpriseFile } from '../../domain/enterprise.ts';
import type { ResourceKind } from '../../domain/event.ts';
import { type Inclusion, isOpenInclusion } from '../../domain/inclusion.ts';
import type { Loan } from '../../domain/loan.ts';
import { type PolicyFile, versionOf } from '../../domain/policy-version.ts';
import type { RepairChange } from '../../domain/repair.ts';
import type { Database, Item, ItemKey } from '../../store/database.ts';
import { areJudged, followFile, type GuardItem, guardKey, memberKey, memberListKey } from '../../store/enterprises.ts';
import { openInclusionKey } from '../../store/inclusions.ts';
import { contractGuardKey } from '../../store/loans.ts';
import { type BookItem, policyBookKey } from '../../store/policy-book.ts';
import { readItems } from '../../store/read.ts';
import { toStored } from '../../store/resource.ts';
import type { TrailEvent } from '../../store/trail.ts';
import { absent, unchangedSince, type Write } from '../../store/transaction.ts';

/** A resource before and after its repair. */
export interface Repaired {
  readonly id: string;
  readonly before: Item | undefined;
  /** null where it is taken away. */
  readonly after: Item | null;
  readonly events: readonly TrailEvent[];
}

interface Beside {
  readonly changes: readonly RepairChange[];
  readonly writes: readonly Write[];
}

type Alongside = (database: Database, repaired: Repaired) => Promise<Beside>;

/** Kinds of which nothing but the state, and what {@link alongside} takes away with it, is made with the first event. */
export const standsAlone: ReadonlySet<ResourceKind> = new Set([
  'applications',
  'loans',
  'claims',
  'inclusions',
  'documents',
]);

/** What lies beside a kind's state and follows from it: guards of its numbers, places in lists, copies. */
const kinds: Partial<Readonly<Record<ResourceKind, Alongside>>> = {
  enterprises: besideFile,
  policies: besidePolicy,
  loans: besideLoan,
  inclusions: besideInclusion,
};

/** What must change beside a resource's state; nothing where all of it is in order. */
export const alongside = async (database: Database, kind: ResourceKind, repaired: Repaired): Promise<Beside> =>
  (await kinds[kind]?.(database, repaired)) ?? { changes: [], writes: [] };

/** An enterprise's guards follow its file, and it is a member of every list that ever named it. */
async function besideFile(database: Database, { id, after, events }: Repaired): Promise<Beside> {
  const file = toStored<EnterpriseFile>(after ?? undefined);
  const at = events.at(-1)?.at;
  if (!file || at === undefined) return { changes: [], writes: [] };
  const categories = new Set(file.state.certificates.map(({ category }) => category));
  const members: readonly ItemKey[] = [
    memberKey(id),
    ...[...categories].map(
      (category): ItemKey => ({ table: 'enterprises', key: { pk: memberListKey({ category }), sk: id } }),
    ),
  ];
  const items = await readItems(database, [guardKey(id), ...members]);
  const guard = items.get<GuardItem>(guardKey(id));
  const follows = guard?.fileVersion === file.version && areJudged(guard, file, '');
  const missing = members.filter((key) => !items.get(key));
  return {
    changes: [
      ...(follows
        ? []
        : [{ what: 'guard', before: listingIn(guard), after: { ...file.state.standing, fileVersion: file.version } }]),
      ...missing.map(({ key }) => ({ what: String(key.pk), before: null, after: id })),
    ],
    writes: [
      ...(follows ? [] : [followFile(file, at)]),
      ...missing.map(({ table, key }): Write => ({ kind: 'put', table, item: key, condition: absent() })),
    ],
  };
}

const listingIn = (guard: GuardItem | undefined): object | null => {
  if (!guard) return null;
  const { listedSince = null, listedThrough, judgedVersion = null, fileVersion } = guard;
  return { listedSince, listedThrough, judgedVersion, fileVersion };
};

/** The book holds every approved version as it is, and no other. */
async function besidePolicy(database: Database, { id, after }: Repaired): Promise<Beside> {
  const book = (await readItems(database, [policyBookKey])).get<BookItem>(policyBookKey);
  const policy = toStored<PolicyFile>(after ?? undefined);
  const inBook = book?.approved.find(({ policyId }) => policyId === id) ?? null;
  const expected = policy?.state.state === 'approved' ? versionOf(policy.state, policy.version) : null;
  if (canonicalize(inBook) === canonicalize(expected)) return { changes: [], writes: [] };
  const others = (book?.approved ?? []).filter(({ policyId }) => policyId !== id);
  const item = {
    ...policyBookKey.key,
    schemaVersion: 1,
    version: (book?.version ?? 0) + 1,
    approved: expected ? [...others, expected] : others,
    activatedThrough: book?.activatedThrough ?? '',
  };
  const condition = book ? unchangedSince(book.version) : absent();
  return {
    changes: [{ what: 'book#approved', before: inBook, after: expected }],
    writes: [{ kind: 'put', table: 'policies', item, condition }],
  };
}

/** A contract's number is taken by its loan, and by no other. */
function besideLoan(database: Database, { id, before, after }: Repaired): Promise<Beside> {
  const loan = toStored<Loan>(after ?? before)?.state;
  if (!loan) throw new Error(`loan ${id} is neither before nor after its repair`);
  const key = contractGuardKey(loan.institutionId, loan.contractNumber, loan.noteNumber);
  return guardOfOwner(database, key, { loanId: id }, after !== null);
}

/** An enterprise's one request that waits. */
function besideInclusion(database: Database, { id, before, after }: Repaired): Promise<Beside> {
  const inclusion = toStored<Inclusion>(after ?? before)?.state;
  if (!inclusion) throw new Error(`inclusion ${id} is neither before nor after its repair`);
  const waits = after !== null && isOpenInclusion(inclusion);
  return guardOfOwner(database, openInclusionKey(inclusion.creditCode), { inclusionId: id }, waits);
}

/** The guard at a key: its owner's where it is to hold, else not its owner's. Another owner's is left to that one. */
async function guardOfOwner(database: Database, key: ItemKey, owner: Item, holds: boolean): Promise<Beside> {
  const found = (await readItems(database, [key])).get(key);
  const [[name, value] = ['', '']] = Object.entries(owner);
  const isOwn = found?.[name] === value;
  if (holds ? found !== undefined : !isOwn) return { changes: [], writes: [] };
  const what = String(key.key.pk);
  if (holds) {
    const put: Write = { kind: 'put', table: key.table, item: { ...key.key, ...owner }, condition: absent() };
    return { changes: [{ what, before: null, after: owner }], writes: [put] };
  }
  const condition = { expression: '#owner = :owner', names: { '#owner': name }, values: { ':owner': value } };
  return { changes: [{ what, before: owner, after: null }], writes: [{ kind: 'remove', ...key, condition }] };
}
