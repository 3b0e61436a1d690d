import { type ImportCounts, type ImportEvent, lineOf } from '../../domain/import.ts';
import { countsIn, importLayout, leaveLineWrite, type SetItem, setKey, setWrite } from '../../store/imports.ts';
import { jobDoneWrite } from '../../store/outbox.ts';
import { readItems } from '../../store/read.ts';
import { record } from '../../store/resource.ts';
import type { Write } from '../../store/transaction.ts';
import type { ImportRun, Stretch } from './import-run.ts';

/** Ends an import whose work is done: its counts become part of its state, and the line moves on. */
export async function finishImport(run: ImportRun): Promise<Stretch> {
  const done = await setWrites(run);
  return leaveLine(run, [{ type: 'import-done', data: countsOf(run) }], { phase: 'ended' }, done);
}

/** Ends an import that cannot go on, visibly; what it has written stays. */
export function failImport(run: ImportRun, error: unknown): Promise<Stretch> {
  const name = error instanceof Error ? error.name : 'Error';
  const { cursor, phase } = run.progress;
  const reason = `${name} in ${phase} after ${cursor}`;
  const { importId } = run;
  run.services.log.error('an import failed', { importId, reason, error: String(error) });
  return leaveLine(run, [{ type: 'import-failed', data: { ...countsOf(run), reason } }], { phase: 'ended' });
}

/** Takes an import out of its line, with the events that say why, and its job out of the outbox. */
export async function leaveLine(
  run: ImportRun,
  events: readonly ImportEvent[],
  made: { readonly phase?: 'ended' },
  writes: readonly Write[] = [],
): Promise<Stretch> {
  const { importId, stored, state, progress } = run;
  const recorded = record(importLayout, importId, stored, events, run.act);
  const ticket = progress.lineTicket ?? state.ticket;
  const leaving = [leaveLineWrite(lineOf(state), ticket), jobDoneWrite(importId, false)];
  const outcome = await run.step([...recorded.writes, ...leaving, ...writes], made);
  return outcome === 'done' ? 'left' : outcome;
}

const countsOf = ({ progress }: ImportRun): ImportCounts => countsIn(progress);

/** A part of a replace that is done says so to the others. */
async function setWrites({ services, state }: ImportRun): Promise<readonly Write[]> {
  if (state.kind !== 'list' || !state.set) return [];
  const { id, part } = state.set;
  const key = setKey(state, id);
  const known = (await readItems(services.database, [key])).get<SetItem>(key);
  if (!known) throw new Error(`the set ${id} of ${state.importId} is not there`);
  const { parts, imports, firstTicket } = known;
  return [setWrite(key, known, { parts, imports, firstTicket, done: [...known.done, part] })];
}
