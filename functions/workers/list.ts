import { workList } from '../../shared/operations/list/work.ts';
import { worker } from '../../shared/platform/worker.ts';

/** Drains the list's queue: imports line by line, refreshes job by job. */
export const handler = worker('list', workList);
