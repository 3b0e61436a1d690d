import type { EnterpriseFile } from '../../domain/enterprise.ts';
import type { PolicyBook } from '../../domain/policy.ts';
import { enterpriseLayout, type GuardItem, guardKey } from '../../store/enterprises.ts';
import { bookIn, policyBookKey } from '../../store/policy-book.ts';
import { readItems } from '../../store/read.ts';
import { keyOfResource, type Stored, storedIn } from '../../store/resource.ts';
import type { Caller } from '../caller.ts';
import type { Services } from '../services.ts';
import { mayReadListing } from './access.ts';

/** An enterprise with its guards and the policy book that judges it, as they were read together. */
export interface EnterpriseItems {
  readonly stored: Stored<EnterpriseFile>;
  readonly guard: GuardItem | undefined;
  readonly book: PolicyBook;
}

/** Reads enterprises strongly, in the order asked; codes that are not known are left out. */
export async function readEnterprises(
  { database }: Services,
  creditCodes: readonly string[],
): Promise<readonly EnterpriseItems[]> {
  const keys = creditCodes.flatMap((code) => [keyOfResource(enterpriseLayout, code), guardKey(code)]);
  const items = await readItems(database, [policyBookKey, ...keys]);
  const book = bookIn(items);
  return creditCodes.flatMap((code) => {
    const stored = storedIn(items, enterpriseLayout, code);
    return stored ? [{ stored, guard: items.get<GuardItem>(guardKey(code)), book }] : [];
  });
}

/** The enterprise, or null where it is not known or not the caller's to see. */
export async function readEnterprise(
  services: Services,
  caller: Caller,
  creditCode: string,
): Promise<EnterpriseItems | null> {
  if (!(await mayReadListing(services, caller, creditCode))) return null;
  return (await readEnterprises(services, [creditCode]))[0] ?? null;
}
