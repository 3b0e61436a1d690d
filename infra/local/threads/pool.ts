import { randomUUID } from 'node:crypto';
import { recordingVariable } from '../calls/recorder.ts';
import type { FunctionModel } from '../template/functions.ts';
import { FunctionLost } from './failures.ts';
import type { ThreadData } from './messages.ts';
import { ThreadHandle } from './thread-handle.ts';

export interface PoolOptions {
  readonly threads: number;
  readonly clock: SharedArrayBuffer;
  readonly functions: readonly FunctionModel[];
  /** What every function finds in its environment beside its own variables. */
  readonly environment: NodeJS.ProcessEnv;
}

/** A few worker threads that share all functions, many calls at a time each. */
export class ThreadPool {
  readonly #data: ThreadData;
  readonly #environment: NodeJS.ProcessEnv;
  readonly #models: ReadonlyMap<string, FunctionModel>;
  #threads: readonly ThreadHandle[];
  #lastCallId = 0;
  #closed = false;

  constructor({ threads, clock, functions, environment }: PoolOptions) {
    const { [recordingVariable]: recordingFolder, ROLES } = process.env;
    this.#data = { clock, functions, recordingFolder, rolesAreOpen: ROLES === 'open' };
    this.#environment = environment;
    this.#models = new Map(functions.map((model) => [model.name, model]));
    this.#threads = Array.from({ length: threads }, () => this.#makeThread());
  }

  /** Calls in progress. */
  get busy(): number {
    return this.#threads.reduce((sum, thread) => sum + thread.busy, 0);
  }

  /** Calls a function; rejects with one of the failures of `failures.ts`. */
  async call(functionName: string, event: unknown, requestId: string = randomUUID()): Promise<unknown> {
    const model = this.#models.get(functionName);
    if (!model) throw new Error(`There is no function ${functionName}`);
    if (this.#closed) throw new FunctionLost('The system is stopping');
    this.#lastCallId += 1;
    return this.#chooseThread(functionName).call(
      { callId: this.#lastCallId, functionName, requestId, event },
      model.timeoutMs,
    );
  }

  async close(): Promise<void> {
    this.#closed = true;
    await Promise.all(this.#threads.map((thread) => thread.end()));
  }

  /** The thread with the fewest calls; among equals one that has the function loaded already. */
  #chooseThread(functionName: string): ThreadHandle {
    const weight = (thread: ThreadHandle): number => thread.busy * 2 + (thread.loaded.has(functionName) ? 0 : 1);
    return this.#threads.reduce((best, thread) => (weight(thread) < weight(best) ? thread : best));
  }

  #makeThread(): ThreadHandle {
    return new ThreadHandle(this.#data, this.#environment, (retired) => {
      if (this.#closed) return;
      this.#threads = this.#threads.map((thread) => (thread === retired ? this.#makeThread() : thread));
    });
  }
}
