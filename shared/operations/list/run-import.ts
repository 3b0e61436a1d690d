import { isInLine } from '../../domain/import.ts';
import { attemptsMax, Unavailable, waitBeforeRetry } from '../../store/retry.ts';
import { loanStretch } from '../loan-imports/stretch.ts';
import type { Services } from '../services.ts';
import { failuresMax, ImportRun, isOf, type RunTurn, readImportItems, type Stretch } from './import-run.ts';
import { failImport } from './leave-line.ts';
import { listStretch } from './list-stretch.ts';

/**
 * Goes on with an import from where it is until it has left its line, time is up, or another worker turns out to be on
 * it. Whatever is delivered twice, or broken off anywhere, is done once: every step carries the progress that it makes.
 *
 * @throws Unavailable when the store did not take a step in time; what has failed for other reasons is thrown and counted.
 */
export async function runImport(services: Services, importId: string, turn: RunTurn): Promise<Stretch> {
  const read = await readImportItems(services, importId);
  if (!read) throw new Error(`import ${importId} is in a line and yet is not there`);
  const run = new ImportRun(services, turn, read);
  try {
    return await goOn(run);
  } catch (error) {
    if (error instanceof Unavailable) throw error;
    await run.reload();
    // Cancelled meanwhile: what failed is of no matter any more.
    if (!isInLine(run.state)) return 'left';
    const failures = run.progress.failures + 1;
    if (failures >= failuresMax) return failImport(run, error);
    await run.step([], { failures });
    throw error;
  }
}

async function goOn(run: ImportRun): Promise<Stretch> {
  for (let attempt = 1; attempt <= attemptsMax; attempt += 1) {
    const { step } = run.progress;
    const stretch = await stretchOf(run);
    if (stretch !== 'again') return stretch;
    await run.reload();
    if (run.progress.step === step) await waitBeforeRetry(attempt);
    else attempt = 0;
  }
  throw new Unavailable(`import ${run.importId} did not get on in ${attemptsMax} attempts`);
}

async function stretchOf(run: ImportRun): Promise<Stretch> {
  const { state, progress, turn } = run;
  if (!turn.hasTime()) return 'out-of-time';
  if (!isInLine(state)) return 'left';
  if (progress.phase === 'ended') return 'left';
  if (isOf(run, 'loans')) return loanStretch(run);
  if (isOf(run, 'list')) return listStretch(run, progress.phase);
  throw new Error(`import ${run.importId} is of no known kind`);
}
