import { settleLine } from '../../shared/operations/settlement/settle-line.ts';
import { worker } from '../../shared/platform/worker.ts';

/** Drains the settlement's queue: settles the line of approved claims, in its order. */
export const handler = worker('settlement', settleLine);
