import { hasLapsed, openStates } from '../../domain/application.ts';
import type { Day } from '../../domain/calendar.ts';
import { type PolicyBook, policyOn } from '../../domain/policy.ts';
import { type BooksCompared, effectOnApplication, effectOnEnterprise } from '../../domain/policy-dry-run.ts';
import { bookWith, differencesOf } from '../../domain/policy-parameters.ts';
import { applicationLayout } from '../../store/applications.ts';
import type { Item } from '../../store/database.ts';
import { memberRange } from '../../store/enterprises.ts';
import { queryPage } from '../../store/read.ts';
import type { Caller } from '../caller.ts';
import { readEnterprises } from '../enterprises/read-enterprise.ts';
import { listResources, type PageRequest } from '../listing.ts';
import type { Services } from '../services.ts';
import { DryRunTally } from './dry-run-tally.ts';
import { readPolicy } from './read.ts';
import { inOrder } from './view.ts';

/** Where a dry run looks, one after another: the list's members, then the open applications state by state. */
const sources = ['enterprises', ...openStates] as const;

/** How far one call looks: so many pages of so many; what is beyond them is for the next. */
const dryRunReach = { readAtOnce: 200, pagesMax: 20 };

/**
 * What would differ today if a version were in force (R1): parameters, the list, exposure above the cap, applications.
 * Looks at a bounded part of them in one call and says how far it got; writes nothing. null where there is no such version.
 */
export async function dryRunPolicy(
  services: Services,
  caller: Caller,
  policyId: string,
  today: Day,
  { limit, after }: PageRequest,
  { readAtOnce, pagesMax } = dryRunReach,
) {
  const found = await readPolicy(services, caller, policyId);
  if (!found) return null;
  const { policy, book } = found;
  const books = { now: book, proposed: bookWith(book, policy, today), today };
  const tally = new DryRunTally(limit);
  let source = typeof after?.source === 'number' ? after.source : 0;
  let key = after?.key as Item | undefined;
  for (let page = 0; page < pagesMax && source < sources.length; page += 1) {
    key = await lookAtPage(services, sources[source] ?? 'enterprises', { limit: readAtOnce, after: key }, books, tally);
    if (!key) source += 1;
  }
  const complete = source >= sources.length;
  return {
    view: { policyId, on: today, ...comparison(book, policy, today), ...tally.view(), complete },
    next: complete ? undefined : { source, ...(key && { key }) },
  };
}

function comparison(book: PolicyBook, { parameters }: PolicyBook[number], today: Day) {
  const now = policyOn(book, today);
  return {
    inForce: now?.policyId ?? null,
    parameters: now ? differencesOf(inOrder(now.parameters), inOrder(parameters)) : [],
  };
}

/** Looks at one page of a source after a place; tells the place after it, or undefined after the last. */
async function lookAtPage(
  services: Services,
  source: (typeof sources)[number],
  page: PageRequest,
  books: BooksCompared,
  tally: DryRunTally,
): Promise<Item | undefined> {
  if (source === 'enterprises') {
    const { items, last } = await queryPage(services.database, { ...memberRange('all'), ...page });
    const codes = items.map(({ sk }) => String(sk));
    for (const { stored, guard } of await readEnterprises(services, codes)) {
      const exposureFen = guard?.exposureFen ?? 0;
      tally.enterprise(stored.state, exposureFen, effectOnEnterprise(stored.state, exposureFen, books));
    }
    return last;
  }
  const range = { index: 'byState', partitionKey: 'state', value: source, ascending: true };
  const { items, next } = await listResources(
    services,
    applicationLayout,
    range,
    ({ state }) => state === source,
    page,
  );
  const open = items.map(({ state }) => state).filter((application) => !hasLapsed(application, books.today));
  const read = await readEnterprises(services, [...new Set(open.map(({ creditCode }) => creditCode))]);
  const byCode = new Map(read.map((entry) => [entry.stored.state.creditCode, entry]));
  for (const application of open) {
    const entry = byCode.get(application.creditCode);
    const { exposureFen = 0, defaults = 0 } = entry?.guard ?? {};
    const basis = { enterprise: entry?.stored.state ?? null, exposure: { exposureFen, defaults } };
    tally.application(application, effectOnApplication(application, basis, books));
  }
  return next;
}
