import { proveLedgerCheck } from '../../shared/operations/checks/prove-ledger.ts';
import { runCheck } from '../../shared/operations/checks/run-check.ts';
import { job } from '../../shared/platform/job.ts';

/** Every night: proves that the fund's entries are what the events made, and add up to its head (R29). */
export const handler = job('prove-ledger', (services, at, context) =>
  runCheck(services, { check: 'prove-ledger', at, ...context, step: proveLedgerCheck }),
);
