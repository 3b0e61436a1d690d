import { applicationLayout } from '../../store/applications.ts';
import { claimLayout } from '../../store/claims.ts';
import { exposureAt, type GuardItem } from '../../store/enterprises.ts';
import { inclusionLayout } from '../../store/inclusions.ts';
import { loanLayout } from '../../store/loans.ts';
import { queryAll, readItems } from '../../store/read.ts';
import { keyOfResource, storedIn } from '../../store/resource.ts';
import { type Caller, seesAll } from '../caller.ts';
import type { Services } from '../services.ts';

/** Whose name, code, certificates and standing a caller may read: api.md, "who sees what". */
export async function mayReadListing(services: Services, caller: Caller, creditCode: string): Promise<boolean> {
  if (caller.role === 'enterprise') return caller.org === creditCode;
  if (caller.role === 'guarantor') return guarantees(services, caller.org, creditCode);
  return true;
}

/**
 * Whose history: banks see what the list does, which is all that happens to an enterprise; members that of enterprises with a
 * claim or an inclusion on an agenda; finance and guarantors none.
 */
export async function mayReadHistory(services: Services, caller: Caller, creditCode: string): Promise<boolean> {
  if (caller.role === 'enterprise') return caller.org === creditCode;
  if (caller.role === 'member') return isOnAnAgenda(services, creditCode);
  return seesAll(caller) || caller.role === 'bank';
}

/** Who may see what is used and left of an enterprise's cap; a bank, while it has anything open there itself. */
export function seesExposure(caller: Caller, creditCode: string, guard: GuardItem | undefined): boolean {
  if (caller.role === 'enterprise') return caller.org === creditCode;
  return seesAll(caller) || (caller.role === 'bank' && exposureAt(guard, caller.org) > 0);
}

/**
 * The same, by what else a caller sees: a member of enterprises with something on an agenda, finance of those with a claim
 * (api.md, "who sees what").
 */
export async function readsExposure(
  services: Services,
  caller: Caller,
  creditCode: string,
  guard: GuardItem | undefined,
): Promise<boolean> {
  if (caller.role === 'member') return isOnAnAgenda(services, creditCode);
  if (caller.role === 'finance') return (await idsOf(services, 'claims', creditCode)).length > 0;
  return seesExposure(caller, creditCode, guard);
}

/** The parts of the institutions are for the enterprise itself and for those who see all. */
export const seesInstitutions = (caller: Caller, creditCode: string): boolean =>
  seesAll(caller) || (caller.role === 'enterprise' && caller.org === creditCode);

/** Whether a guarantor is named by any application or loan of an enterprise. */
async function guarantees(services: Services, guarantorId: string, creditCode: string): Promise<boolean> {
  const applications = await idsOf(services, 'applications', creditCode);
  const loans = await idsOf(services, 'loans', creditCode);
  const items = await readItems(services.database, [
    ...applications.map((id) => keyOfResource(applicationLayout, id)),
    ...loans.map((id) => keyOfResource(loanLayout, id)),
  ]);
  return (
    applications.some((id) => storedIn(items, applicationLayout, id)?.state.guarantorId === guarantorId) ||
    loans.some((id) => storedIn(items, loanLayout, id)?.state.guarantorId === guarantorId)
  );
}

/** Whether a meeting has, or had, a claim on a loan of an enterprise or its inclusion on the agenda. */
async function isOnAnAgenda(services: Services, creditCode: string): Promise<boolean> {
  const claims = await idsOf(services, 'claims', creditCode);
  const inclusions = await idsOf(services, 'inclusions', creditCode);
  const items = await readItems(services.database, [
    ...claims.map((id) => keyOfResource(claimLayout, id)),
    ...inclusions.map((id) => keyOfResource(inclusionLayout, id)),
  ]);
  const subjects = [
    ...claims.map((id) => storedIn(items, claimLayout, id)),
    ...inclusions.map((id) => storedIn(items, inclusionLayout, id)),
  ];
  return subjects.some((subject) => subject !== null && subject.state.meetingId !== null);
}

async function idsOf(
  { database }: Services,
  table: 'applications' | 'loans' | 'claims' | 'inclusions',
  creditCode: string,
): Promise<readonly string[]> {
  const ids: string[] = [];
  const query = {
    table,
    index: 'byEnterprise',
    expression: '#code = :code',
    names: { '#code': 'creditCode' },
    values: { ':code': creditCode },
  };
  for await (const item of queryAll(database, query)) ids.push(String(item.pk));
  return ids;
}
