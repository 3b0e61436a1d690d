import type { Application } from '../../domain/application.ts';
import type { PolicyBook, PolicyVersion } from '../../domain/policy.ts';
import type { Refusal } from '../../domain/refusal.ts';
import { applicationLayout } from '../../store/applications.ts';
import { bookIn, policyBookKey } from '../../store/policy-book.ts';
import type { Items } from '../../store/read.ts';
import { keyOfResource, type Stored, storedIn } from '../../store/resource.ts';
import { patienceInTurns } from '../../store/retry.ts';
import { type Change, type CommandContext, type Outcome, runCommand } from '../command.ts';
import {
  type LendingItems,
  type LendingParties,
  type LendingSeen,
  lendingItems,
  lendingKeys,
  nothingSeen,
} from '../lending-facts.ts';
import { refusalOfAccess } from '../resource-checks.ts';
import type { Services } from '../services.ts';
import { mayReadLending } from './access.ts';

export interface ApplicationCommand {
  /** The parties whose facts the decision needs; by default those of the application as it stands. */
  readonly partiesOf?: (application: Application) => LendingParties;
  readonly alsoReads?: (application: Application, book: PolicyBook) => ReturnType<typeof lendingKeys>;
  /** The version that judges: the application's own, or the one in force today for a resubmission (R2). */
  readonly policyOf: (application: Application, book: PolicyBook) => PolicyVersion;
  /** Looks at the leverage, or for loans that bar by the days alone, where that is asked for. */
  readonly look?: (application: Application, items: Items) => Promise<Partial<LendingSeen>>;
  readonly decide: (stored: Stored<Application>, lending: LendingItems, items: Items) => Change | Refusal;
}

/**
 * Runs a command on an application that exists: reads it, then what it concerns, asks what every command is asked, and
 * decides.
 */
export function changeApplication(
  services: Services,
  context: CommandContext,
  applicationId: string,
  { partiesOf = (application) => application, alsoReads = () => [], policyOf, look, decide }: ApplicationCommand,
): Promise<Outcome> {
  const key = keyOfResource(applicationLayout, applicationId);
  return runCommand(services, context, {
    // The bank's other commands of that moment have the check of the bank and its losses in hand.
    patience: patienceInTurns,
    reads: [key, policyBookKey],
    follow: (items) => {
      const application = storedIn(items, applicationLayout, applicationId)?.state;
      return application ? [...lendingKeys(partiesOf(application)), ...alsoReads(application, bookIn(items))] : [];
    },
    look: async (items) => {
      const application = storedIn(items, applicationLayout, applicationId)?.state;
      return { ...nothingSeen, ...(application && (await look?.(application, items))) };
    },
    decide: (items, seen) => {
      const stored = storedIn(items, applicationLayout, applicationId);
      const refusal = refusalOfAccess(context, stored, (application) => mayReadLending(context.caller, application));
      if (refusal || !stored) return refusal ?? { kind: 'refused', code: 'not-found', rule: null, facts: {} };
      const { state } = stored;
      return decide(stored, lendingItems(items, partiesOf(state), policyOf(state, bookIn(items)), seen), items);
    },
  });
}
