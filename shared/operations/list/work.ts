import { loanLine } from '../../domain/loan-import.ts';
import type { Doorbell } from '../../store/doorbell.ts';
import type { Services } from '../services.ts';
import type { ImportLineMessage, LoanLineMessage } from './import-job.ts';
import { refreshAll } from './refresh-all.ts';
import type { RefreshAllMessage, RefreshSomeMessage } from './refresh-job.ts';
import { refreshSome } from './refresh-some.ts';
import { type WorkTurn, workLine } from './work-line.ts';

type ListMessage = ImportLineMessage | LoanLineMessage | RefreshAllMessage | RefreshSomeMessage;

/** Does what a doorbell of the list's queue names; what is done already is found done. */
export function workList(services: Services, { jobId, message }: Doorbell, turn: WorkTurn): Promise<void> {
  const told = message as ListMessage;
  switch (told.kind) {
    case 'import-line':
      return workLine(services, told.category, turn);
    case 'loan-line':
      return workLine(services, loanLine, turn);
    case 'refresh-all':
      return refreshAll(services, told.refreshId, turn);
    case 'refresh-some':
      return refreshSome(services, jobId, told, turn.at);
  }
}
