import { takeClaimEvent } from './claim-events.ts';
import { instantOf, never, shanghaiDayOf } from './model/days.ts';
import { hasExpired } from './model/documents.ts';
import { hasLapsed } from './model/exposure.ts';
import { endApplication } from './model/lending.ts';
import { hasPeriod, isListedOn, listedThrough, saysNew, takeRow } from './model/listing.ts';
import { badOn } from './model/servicing.ts';
import type { PutEvent } from './observe.ts';
import type { World } from './world.ts';

type Take = (world: World, event: PutEvent, today: string) => void;

/** What a job or a worker has written, event by event: each must be what the rules make of the city at that moment. */
export function takeJobEvent(world: World, event: PutEvent): void {
  const take = takes[event.type];
  if (take) take(world, event, shanghaiDayOf(event.at));
  else if (event.kind === 'claims' || event.kind === 'inclusions') takeClaimEvent(world, event);
  else if (!silent.has(event.type)) world.check(false, `${event.type} of ${event.kind} ${event.id} by no command`);
}

/** What goes with another event of the same transaction. */
const silent = new Set(['loan-claim-ended', 'loan-compensated', 'breaker-opened']);

const takes: Readonly<Record<string, Take>> = {
  'institution-applied': ({ city }, { id, data }) => {
    city.institutions.set(id, { id, kind: String(data.kind), admissions: [], compensatedFen: 0, breaker: null });
  },
  'admission-decided': ({ city }, { id, data }) => {
    city.institutions.get(id)?.admissions.push({
      ...{ state: String(data.state), from: String(data.from), reason: String(data.reason) },
    });
  },
  'refresh-ordered': (world, { id, data }, today) => {
    const version = world.city.versions.find((each) => each.id === data.policyId);
    world.check(id === `activation-${data.policyId}`, `${id}: no official and no version has ordered it`);
    world.check(version !== undefined && version.from <= today, `${id} is ordered for a version that is not in force`);
  },
  'application-expired': (world, { id }, today) => {
    const application = world.city.applications.get(id);
    world.check(application !== undefined && hasLapsed(application, today), `${id} expires before its time`);
    if (application) endApplication(application, 'expired');
  },
  'loan-became-overdue': (world, { id, data }, today) => {
    const loan = world.city.loans.get(id);
    const isDue = loan?.state === 'active' && today > loan.maturesOn;
    world.check(isDue, `${id} becomes overdue on ${today} and is not`);
    if (!loan) return;
    world.check(data.nonPerformingOn === badOn(world.city, loan), `${id} would be bad on another day`);
    loan.state = 'overdue';
  },
  'loan-became-non-performing': (world, { id, data }, today) => {
    const loan = world.city.loans.get(id);
    const isDue = loan !== undefined && ['active', 'overdue'].includes(loan.state) && today >= badOn(world.city, loan);
    world.check(isDue, `${id} becomes non-performing on ${today} and is not`);
    if (!loan) return;
    Object.assign(loan, { state: 'non-performing', badSince: badOn(world.city, loan) });
    world.check(
      data.since === loan.badSince,
      `${id} is bad since ${String(data.since)}, by the rules ${loan.badSince}`,
    );
  },
  'document-expired': (world, { id, data }, today) => {
    const document = world.city.documents.get(id);
    const isDue = document !== undefined && document.expiredOn === null && hasExpired(document, today);
    world.check(isDue && data.on === today, `${id} expires on ${today} and is not due`);
    if (document) document.expiredOn = today;
  },
  'document-content-removed': (world, { id }, today) => {
    const document = world.city.documents.get(id);
    const isDue = document !== undefined && document.removedOn === null && (document.expiredOn ?? today) < today;
    world.check(isDue, `the content of ${id} goes before its time`);
    world.check(document?.isThere === false, `the content of ${id} is said to be gone and is there`);
    if (document) document.removedOn = today;
  },
  'certificate-imported': (world, event, today) => {
    const { data } = event;
    const until = data.validUntil === null ? never : String(data.validUntil);
    const { creditCode, name, category, certificateNumber, issuedOn } = data as Readonly<Record<string, string>>;
    const row = { code: creditCode ?? '', name: name ?? '', category: category ?? '', number: certificateNumber ?? '' };
    const said = { ...row, issuedOn: issuedOn ?? '', until };
    const source = world.city.imports.get(String(data.importId));
    const isOfRow = source?.rows.some(
      (each) =>
        each.code === said.code && each.name === said.name && each.issuedOn === issuedOn && each.until === until,
    );
    world.check(data.importId === 'fixture' || isOfRow === true, `${event.id}: a certificate that no row named`);
    world.check(saysNew(world.city, said), `${event.id}: a certificate that was known is taken again`);
    world.check(source === undefined || !source.dryRun, `${event.id}: a dry run writes`);
    takeRow(world.city, said, today);
    lookAtStanding(world, event, today);
  },
  'certificate-revoked': (world, event, today) => {
    const { category, certificateNumber, importId } = event.data;
    const all = [...world.city.imports.values()];
    // R6: neither what its own rows name, nor what an import has added that was accepted later and done before.
    const own = all.findIndex(({ id }) => id === importId);
    const naming = all
      .slice(Math.max(0, own))
      .filter((each) => each.category === category && !each.dryRun && (each.id === importId || each.state === 'done'))
      .find(({ rows }) => rows.some(({ code, number }) => code === event.id && number === certificateNumber));
    world.check(all[own]?.mode === 'replace', `${event.id}: a certificate is revoked by no replace`);
    world.check(naming === undefined, `${event.id}: ${naming?.id} names a certificate that is revoked`);
    const certificate = world.city.enterprises
      .get(event.id)
      ?.certificates.find((each) => each.category === category && each.number === certificateNumber);
    certificate?.revoked.push({ from: today, until: never });
    lookAtStanding(world, event, today);
  },
  'enterprise-included': (world, event, today) => {
    const inclusion = world.city.inclusions.get(String(event.data.inclusionId));
    if (!inclusion) return world.check(false, `${event.id} is included by nothing`);
    const { id, name, until } = inclusion;
    const known = world.city.enterprises.get(event.id) ?? { code: event.id, name, certificates: [], inclusions: [] };
    world.city.enterprises.set(event.id, known);
    known.inclusions.push({ id, from: today, until });
    lookAtStanding(world, event, today);
  },
  'standing-refreshed': (world, event, today) => lookAtStanding(world, event, today),
  'import-started': ({ city }, { id }) => setState(city.imports, id, 'running'),
  'import-awaits-release': ({ city }, { id }) => setState(city.imports, id, 'awaiting-release'),
  'import-failed': (world, { id }) => world.check(false, `import ${id} failed`),
  'import-done': (world, { id, data }) => {
    setState(world.city.imports, id, 'done');
    const source = world.city.imports.get(id);
    const { added = 0, updated = 0, unchanged = 0, rejected = 0 } = data as Readonly<Record<string, number>>;
    const counted = added + updated + unchanged + rejected;
    world.check(counted === source?.rows.length, `import ${id} has counted ${counted} of ${source?.rows.length} rows`);
    if (!source) return;
    world.check(
      rejected === source.rejected.size,
      `import ${id} counts ${rejected} rejected, ${source.rejected.size} are`,
    );
    if (source.dryRun) return;
    const { category, rows } = source;
    const lost = rows.findIndex(
      (row, index) => !source.rejected.has(index + 1) && !hasPeriod(world.city, { ...row, category }),
    );
    world.check(lost < 0, `import ${id}: row ${lost + 1} is neither in the list nor rejected`);
  },
};

const setState = (found: ReadonlyMap<string, { state: string }>, id: string, state: string): void => {
  const each = found.get(id);
  if (each) each.state = state;
};

/** R5, R7: the standing that is written with an enterprise is what the list makes of it that day. */
function lookAtStanding(world: World, { id, data }: PutEvent, today: string): void {
  const { listed, listedThrough: through } = data.standing as Readonly<Record<string, unknown>>;
  const isListed = isListedOn(world.city, id, today);
  world.check(listed === isListed, `${id} is written as ${listed ? '' : 'not '}listed on ${today}`);
  if (!isListed) return;
  const last = listedThrough(world.city, id, today);
  world.check(through === last, `${id} is listed through ${String(through)}, by the rules ${last}`);
}

/** The first instant of a day at which jobs run. */
export const nightOf = (day: string): string => instantOf(day, 10);
