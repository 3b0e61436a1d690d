import { rowNotWritten } from '../../domain/alarm.ts';
import type { EnterpriseEvent, EnterpriseFile } from '../../domain/enterprise.ts';
import { evolveEnterprise } from '../../domain/enterprise-file.ts';
import { revoke } from '../../domain/import-replace.ts';
import type { ListImport } from '../../domain/list-import.ts';
import type { Stored } from '../../store/resource.ts';
import { attemptsMax, Unavailable } from '../../store/retry.ts';
import type { Write } from '../../store/transaction.ts';
import type { ImportRun, Stretch } from './import-run.ts';
import { finishImport } from './leave-line.ts';
import { type Files, haveRoom, readFiles, recordEnterprise } from './list-change.ts';
import { foldContextOf } from './list-run.ts';
import type { PlannedRevocation } from './plan-replace.ts';

/** Certificates that one transaction revokes: each is an event, and its enterprise two writes more. */
const revocationsAtOnce = 30;

/** After so many refusals in a row, each certificate is revoked alone; after so many in all, it is passed over. */
const refusalsOfGroup = 2;
const refusalsMax = attemptsMax - 1;

/**
 * Carries out a replace's plan from where the import is; what is revoked already is passed over. So is one that cannot be
 * written, which calls a person: the import shows fewer revocations than it planned, and the next replace plans it again.
 */
export async function applyRevocations(
  run: ImportRun<ListImport>,
  plan: readonly PlannedRevocation[],
): Promise<Stretch> {
  let isBroken = false;
  while (run.progress.cursor < plan.length) {
    if (!run.turn.hasTime()) return 'out-of-time';
    const { cursor, revoked } = run.progress;
    const isAlone = isBroken || run.refusals >= refusalsOfGroup;
    const group = plan.slice(cursor, cursor + (isAlone ? 1 : revocationsAtOnce));
    const files = await readFiles(run.services, [...new Set(group.map(({ creditCode }) => creditCode))]);
    const { writes, count } = revocationsOf(run, group, files);
    try {
      if (run.refusals >= refusalsMax) throw new Error(`refused ${run.refusals} times`);
      const outcome = await run.step(writes, { cursor: cursor + group.length, revoked: revoked + count });
      if (outcome !== 'done') return outcome;
    } catch (error) {
      if (error instanceof Unavailable) throw error;
      isBroken = true;
      if (group.length > 1) continue;
      const { importId, services } = run;
      const outcome = await run.step([], { cursor: cursor + 1 });
      if (outcome !== 'done') return outcome;
      services.log.error(rowNotWritten, { importId, ...group[0], error: String(error) });
    }
  }
  return finishImport(run);
}

function revocationsOf(
  run: ImportRun<ListImport>,
  group: readonly PlannedRevocation[],
  files: Files,
): { readonly writes: readonly Write[]; readonly count: number } {
  const writes: Write[] = [];
  let count = 0;
  for (const [creditCode, stored] of files) {
    if (!stored) continue;
    const own = group.filter((each) => each.creditCode === creditCode);
    const events = eventsOf(run, stored, own);
    if (events.length === 0) continue;
    writes.push(...recordEnterprise(creditCode, stored, events, run.act).writes);
    count += events.length;
  }
  if (!haveRoom(writes, [])) throw new Error(`${writes.length} writes for ${group.length} revocations`);
  return { writes, count };
}

function eventsOf(run: ImportRun<ListImport>, { state }: Stored<EnterpriseFile>, own: readonly PlannedRevocation[]) {
  let file = state;
  return own.flatMap(({ certificateNumber }): EnterpriseEvent[] => {
    const event = revoke(file, certificateNumber, foldContextOf(run));
    if (!event) return [];
    file = evolveEnterprise(file, event);
    return [event];
  });
}
