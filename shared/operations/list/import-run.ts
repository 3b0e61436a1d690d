import type { AnyImport } from '../../domain/import.ts';
import type { PolicyBook } from '../../domain/policy.ts';
import { readChunks } from '../../store/import-chunks.ts';
import { type ImportProgress, importLayout, progressKey, progressWrite } from '../../store/imports.ts';
import { bookIn, policyBookKey } from '../../store/policy-book.ts';
import { readItems } from '../../store/read.ts';
import { keyOfResource, type Stored, storedIn } from '../../store/resource.ts';
import type { Act } from '../../store/trail.ts';
import { commit, type Write } from '../../store/transaction.ts';
import type { Services } from '../services.ts';

/**
 * How a stretch of work ended: `again`: look at what is stored and go on from there; `lost`: another worker is on it;
 * `out-of-time`; `left`: the import is out of its line.
 */
export type Stretch = 'again' | 'lost' | 'out-of-time' | 'left';

/** After so many breaks that another try may not fix, an import fails visibly and the line moves on. */
export const failuresMax = 3;

/** One worker's turn at one import. */
export interface RunTurn {
  /** The delivery's one instant. */
  readonly at: string;
  /** Its day in Shanghai. */
  readonly today: string;
  readonly hasTime: () => boolean;
}

/** An import as a worker has it in hand: what is stored, and the steps that it takes. */
export class ImportRun<Of extends AnyImport = AnyImport> {
  readonly services: Services;
  readonly turn: RunTurn;
  readonly importId: string;
  readonly act: Act;
  readonly #token: string;
  #stored: Stored<Of>;
  #progress: ImportProgress;
  #book: PolicyBook;
  #rows: Promise<readonly object[]> | undefined;
  #isHindered = false;
  #refusals = 0;

  constructor(services: Services, turn: RunTurn, { stored, progress, book }: ImportItems<Of>) {
    this.services = services;
    this.turn = turn;
    this.importId = stored.state.importId;
    this.act = { at: turn.at, actor: workerOf(stored.state) };
    this.#token = services.newId('turn', turn.at);
    this.#stored = stored;
    this.#progress = progress;
    this.#book = book;
  }

  get stored(): Stored<Of> {
    return this.#stored;
  }
  get state(): Of {
    return this.#stored.state;
  }
  get progress(): ImportProgress {
    return this.#progress;
  }
  /** The approved versions, as they were read with the import. */
  get book(): PolicyBook {
    return this.#book;
  }
  /** Whether the last step was not committed: the next had better be small. */
  get isHindered(): boolean {
    return this.#isHindered;
  }

  /** How many rows, one after another in this turn, could not be written. */
  unwrittenInARow = 0;

  /** How often in a row the store has refused a step from the same place, each decided on what had just been read. */
  get refusals(): number {
    return this.#refusals;
  }

  /** The call's rows as they came, in the form in which they were accepted. */
  async rows<Raw extends object>(): Promise<readonly Raw[]> {
    this.#rows ??= readChunks<object>(this.services.database, this.importId, 'rows');
    return (await this.#rows) as readonly Raw[];
  }

  /**
   * Commits writes together with the progress that they make. `done`: committed. `again`: nothing was written, or it
   * turned out later that it was: look at what is stored. `lost`: another worker has moved on.
   */
  async step(writes: readonly Write[], made: Partial<ImportProgress>): Promise<'done' | 'again' | 'lost'> {
    const { database } = this.services;
    const next = { ...this.#progress, ...made, step: this.#progress.step + 1, token: this.#token };
    const outcome = await commit(database, [...writes, progressWrite(this.importId, next)]);
    if (outcome === 'committed') {
      this.#progress = next;
      this.#isHindered = false;
      this.#refusals = 0;
      return 'done';
    }
    this.#isHindered = true;
    const before = this.#progress;
    await this.reload();
    // A store that is busy, or a step that was written after all, says nothing against what is to be written.
    this.#refusals = outcome === 'refused' && this.#progress.step === before.step ? this.#refusals + 1 : 0;
    const isOurs = this.#progress.token === this.#token || this.#progress.step === before.step;
    return isOurs ? 'again' : 'lost';
  }

  /** Reads import and progress again. */
  async reload(): Promise<void> {
    const read = await readImportItems(this.services, this.importId);
    if (!read) throw new Error(`import ${this.importId} is not there any more`);
    // An import is of one kind for good.
    this.#stored = read.stored as Stored<Of>;
    this.#progress = read.progress;
    this.#book = read.book;
  }
}

/** Whether an import in hand is of a kind. */
export const isOf = <Kind extends AnyImport['kind']>(
  run: ImportRun,
  kind: Kind,
): run is ImportRun<Extract<AnyImport, { readonly kind: Kind }>> => run.state.kind === kind;

const workerOf = ({ kind, importId: causedBy }: AnyImport) =>
  kind === 'list' ? listWorker(causedBy) : { sub: 'worker:loan-imports', org: 'system', role: 'worker', causedBy };

/** The actor of what a worker does to the list, set to work by an import or a refresh. */
export const listWorker = (causedBy: string) => ({
  sub: 'worker:list',
  org: 'system',
  role: 'worker',
  causedBy,
});

/** An import, its progress and the policy book, as they were read together. */
export interface ImportItems<Of extends AnyImport = AnyImport> {
  readonly stored: Stored<Of>;
  readonly progress: ImportProgress;
  readonly book: PolicyBook;
}

/** An import and its progress, or null where there is none. */
export async function readImportItems({ database }: Services, importId: string): Promise<ImportItems | null> {
  const keys = [keyOfResource(importLayout, importId), progressKey(importId), policyBookKey];
  const items = await readItems(database, keys);
  const stored = storedIn(items, importLayout, importId);
  const progress = items.get<ImportProgress>(progressKey(importId));
  return stored && progress ? { stored, progress, book: bookIn(items) } : null;
}
