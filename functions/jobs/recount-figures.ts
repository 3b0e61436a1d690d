import { recountFiguresStep } from '../../shared/operations/checks/recount-figures.ts';
import { runCheck } from '../../shared/operations/checks/run-check.ts';
import { job } from '../../shared/platform/job.ts';

/** Every night: proves that the programme's figures are what a recount of all histories gives. */
export const handler = job('recount-figures', (services, at, context) =>
  runCheck(services, { check: 'recount-figures', at, ...context, step: recountFiguresStep }),
);
