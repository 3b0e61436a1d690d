import { carryOutMeeting } from '../../shared/operations/meetings/carry-out.ts';
import { worker } from '../../shared/platform/worker.ts';

/** Drains the conference's queue: carries resolutions out, item by item. */
export const handler = worker('conference', carryOutMeeting);
