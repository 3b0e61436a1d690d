import type { EnterpriseFile } from '../../../shared/domain/enterprise.ts';
import type { Outcome } from '../../../shared/operations/command.ts';
import { type AcceptImport, acceptImport } from '../../../shared/operations/list/accept-import.ts';
import { type ImportView, readImport } from '../../../shared/operations/list/read-import.ts';
import { releaseImport } from '../../../shared/operations/list/release-import.ts';
import { workList } from '../../../shared/operations/list/work.ts';
import type { Services } from '../../../shared/operations/services.ts';
import type { Doorbell } from '../../../shared/store/doorbell.ts';
import { enterpriseLayout, type GuardItem, guardKey } from '../../../shared/store/enterprises.ts';
import { jobKey, readJobsDue, toJob } from '../../../shared/store/outbox.ts';
import { readItems } from '../../../shared/store/read.ts';
import { keyOfResource, type Stored, storedIn } from '../../../shared/store/resource.ts';
import { commandBy, office } from '../../support/fixtures.ts';

const always = (): boolean => true;

/** A row with nothing out of the ordinary. */
export const aRow = (creditCode: string, change: Readonly<Record<string, unknown>> = {}) => ({
  creditCode,
  name: `平湖${creditCode.slice(10, 17)}科技有限公司`,
  certificateNumber: '',
  issuedOn: '2025-01-01',
  validUntil: '2027-12-31',
  ...change,
});

export const anImport = (rows: readonly unknown[], change: Partial<AcceptImport> = {}): AcceptImport => ({
  category: 'high-tech',
  mode: 'merge',
  dryRun: false,
  source: { title: '认定名单', documentNumber: null, issuedOn: null },
  set: null,
  rows,
  ...change,
});

let keys = 0;
export const nextKey = (): string => {
  keys += 1;
  return `test-key-${keys}`;
};

/** Sends an import as an official would and tells its id. */
export async function send(
  services: Services,
  rows: readonly unknown[],
  change: Partial<AcceptImport> = {},
  sub = 'office-1',
): Promise<string> {
  const context = commandBy(services, office(sub), nextKey());
  return String(answered(await acceptImport(services, context, anImport(rows, change))).importId);
}

export const release = async (services: Services, importId: string, sub = 'office-2'): Promise<Outcome> =>
  releaseImport(services, commandBy(services, office(sub), nextKey()), importId);

export function answered(outcome: Outcome): Readonly<Record<string, unknown>> {
  if (outcome.kind === 'refused') throw new Error(`refused: ${outcome.code} ${JSON.stringify(outcome.facts)}`);
  return JSON.parse(outcome.answer.body);
}

/** Does every job that is in the outbox, as the worker does on being rung, until none is left. */
export async function workAll(services: Services, hasTime: () => boolean = always): Promise<void> {
  for (let rounds = 0; rounds < 200; rounds += 1) if ((await workRound(services, hasTime)) === 0) return;
  throw new Error('the outbox does not become empty');
}

/** Does the jobs that are in the outbox now, and none that these start; tells how many. */
export async function workRound(services: Services, hasTime: () => boolean = always): Promise<number> {
  const doorbells: Doorbell[] = [];
  for await (const jobId of readJobsDue(services.database, '9999')) {
    const item = (await readItems(services.database, [jobKey(jobId)])).get(jobKey(jobId));
    if (item && toJob(item).queue === 'list') doorbells.push({ schemaVersion: 1, jobId, message: toJob(item).message });
  }
  for (const doorbell of doorbells) await workList(services, doorbell, { at: services.now(), hasTime });
  return doorbells.length;
}

/** Sends an import, has it worked off, and shows how it ended. */
export async function importRows(
  services: Services,
  rows: readonly unknown[],
  change: Partial<AcceptImport> = {},
): Promise<ImportView> {
  const importId = await send(services, rows, change);
  await workAll(services);
  return shown(services, importId);
}

export async function shown(services: Services, importId: string): Promise<ImportView> {
  const view = await readImport(services, importId);
  if (!view) throw new Error(`import ${importId} is not there`);
  return view;
}

export async function fileOf(services: Services, code: string): Promise<Stored<EnterpriseFile> | null> {
  const key = keyOfResource(enterpriseLayout, code);
  return storedIn(await readItems(services.database, [key]), enterpriseLayout, code);
}

export async function guardOf(services: Services, code: string): Promise<GuardItem | undefined> {
  return (await readItems(services.database, [guardKey(code)])).get<GuardItem>(guardKey(code));
}
