import type { Agreement } from '../../domain/agreement.ts';
import { agreementLayout, type QuotaItem, quotaKey } from '../../store/agreements.ts';
import { readItems } from '../../store/read.ts';
import type { Caller } from '../caller.ts';
import { type ListPage, listResources, type PageRequest } from '../listing.ts';
import type { Services } from '../services.ts';
import { type AgreementReading, mayReadAgreement } from './view.ts';

/** Lists the agreements that a caller may read, newest first; a city has a few dozen of them. */
export async function listAgreements(
  services: Services,
  caller: Caller,
  page: PageRequest,
): Promise<ListPage<AgreementReading>> {
  const range = { index: 'roster', partitionKey: 'roster', value: 'agreements' };
  const matches = (agreement: Agreement): boolean => mayReadAgreement(caller, agreement);
  const { items: found, next } = await listResources(services, agreementLayout, range, matches, page);
  const keys = found.map(({ state }) => quotaKey(state.agreementId));
  const quotas = await readItems(services.database, keys);
  const items = found.map((stored) => {
    const quota = quotas.get<QuotaItem>(quotaKey(stored.state.agreementId));
    return { stored, usedFen: quota?.usedFen ?? 0 };
  });
  return { items, next };
}
