import { agreementLayout, type QuotaItem, quotaKey } from '../../store/agreements.ts';
import { readItems } from '../../store/read.ts';
import { keyOfResource, storedIn } from '../../store/resource.ts';
import type { Caller } from '../caller.ts';
import type { Services } from '../services.ts';
import { type AgreementReading, mayReadAgreement } from './view.ts';

/** The agreement with its quota, or null where it is not there or not the caller's to see. */
export async function readAgreement(
  { database }: Services,
  caller: Caller,
  id: string,
): Promise<AgreementReading | null> {
  const items = await readItems(database, [keyOfResource(agreementLayout, id), quotaKey(id)]);
  const stored = storedIn(items, agreementLayout, id);
  if (!stored || !mayReadAgreement(caller, stored.state)) return null;
  return { stored, usedFen: items.get<QuotaItem>(quotaKey(id))?.usedFen ?? 0 };
}
