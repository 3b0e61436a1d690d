import type { Application } from '../../domain/application.ts';
import { applicationLayout } from '../../store/applications.ts';
import type { Stored } from '../../store/resource.ts';
import type { Caller } from '../caller.ts';
import { readLoan } from '../loans/read.ts';
import { readResource } from '../read-resource.ts';
import type { Services } from '../services.ts';
import { mayReadLending } from './access.ts';

/**
 * The application, or null where it is not there or not the caller's to see. Finance and members see those whose loan they
 * see: of claims, and of agenda items.
 */
export async function readApplication(
  services: Services,
  caller: Caller,
  id: string,
): Promise<Stored<Application> | null> {
  const stored = await readResource(services, applicationLayout, id, () => true);
  if (!stored || mayReadLending(caller, stored.state)) return stored;
  const { loanId } = stored.state;
  const readsByLoan = caller.role === 'finance' || caller.role === 'member';
  return readsByLoan && loanId !== null && (await readLoan(services, caller, loanId)) ? stored : null;
}
