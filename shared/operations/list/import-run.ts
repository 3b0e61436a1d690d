import type { FoldContext } from '../../domain/import-fold.ts';
import type { RawRow } from '../../domain/import-row.ts';
import { type JudgedRows, judgeRows } from '../../domain/import-rows.ts';
import type { ListImport } from '../../domain/list-import.ts';
import { type PolicyBook, policyOn } from '../../domain/policy.ts';
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

/** One worker's turn at one import. */
export interface RunTurn {
  /** The delivery's one instant. */
  readonly at: string;
  /** Its day in Shanghai. */
  readonly today: string;
  readonly hasTime: () => boolean;
}

/** An import as a worker has it in hand: what is stored, and the steps that it takes. */
export class ImportRun {
  readonly services: Services;
  readonly turn: RunTurn;
  readonly importId: string;
  readonly act: Act;
  readonly #token: string;
  #stored: Stored<ListImport>;
  #progress: ImportProgress;
  #book: PolicyBook;
  #rows: Promise<readonly RawRow[]> | undefined;

  constructor(services: Services, turn: RunTurn, { stored, progress, book }: ImportItems) {
    this.services = services;
    this.turn = turn;
    this.importId = stored.state.importId;
    this.act = { at: turn.at, actor: listWorker(this.importId) };
    this.#token = services.newId('turn', turn.at);
    this.#stored = stored;
    this.#progress = progress;
    this.#book = book;
  }

  get stored(): Stored<ListImport> {
    return this.#stored;
  }
  get state(): ListImport {
    return this.#stored.state;
  }
  get progress(): ImportProgress {
    return this.#progress;
  }
  /** The approved versions, as they were read with the import. */
  get book(): PolicyBook {
    return this.#book;
  }
  get context(): FoldContext {
    const { importId, category, source } = this.state;
    return { importId, category, source, book: this.#book, on: this.turn.today };
  }

  /** Whether the version in force on a day knows the import's category. */
  inForceOn(day: string): boolean {
    const policy = policyOn(this.#book, day);
    return policy?.parameters.eligibleCategories.includes(this.state.category) ?? false;
  }

  /** The call's rows, judged by the version in force on a day. */
  async judged(day: string): Promise<JudgedRows> {
    this.#rows ??= readChunks<RawRow>(this.services.database, this.importId, 'rows');
    return judgeRows(await this.#rows, this.inForceOn(day));
  }

  /**
   * Commits writes together with the progress that they make. `done`: committed. `again`: nothing was written, or it
   * turned out later that it was: look at what is stored. `lost`: another worker has moved on.
   */
  async step(writes: readonly Write[], made: Partial<ImportProgress>): Promise<'done' | 'again' | 'lost'> {
    const { database } = this.services;
    const next = { ...this.#progress, ...made, step: this.#progress.step + 1, token: this.#token };
    if ((await commit(database, [...writes, progressWrite(this.importId, next)])) === 'committed') {
      this.#progress = next;
      return 'done';
    }
    const before = this.#progress;
    await this.reload();
    const isOurs = this.#progress.token === this.#token || this.#progress.step === before.step;
    return isOurs ? 'again' : 'lost';
  }

  /** Reads import and progress again. */
  async reload(): Promise<void> {
    const read = await readImportItems(this.services, this.importId);
    if (!read) throw new Error(`import ${this.importId} is not there any more`);
    this.#stored = read.stored;
    this.#progress = read.progress;
    this.#book = read.book;
  }
}

/** The actor of what a worker does to the list, set to work by an import or a refresh. */
export const listWorker = (causedBy: string) => ({
  sub: 'worker:list',
  name: '名单处理',
  org: 'system',
  role: 'worker',
  causedBy,
});

/** An import, its progress and the policy book, as they were read together. */
export interface ImportItems {
  readonly stored: Stored<ListImport>;
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
