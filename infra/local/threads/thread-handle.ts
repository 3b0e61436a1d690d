import { Worker } from 'node:worker_threads';
import { FunctionFailed, FunctionLost, FunctionTimedOut } from './failures.ts';
import type { AnswerMessage, CallMessage, ThreadData } from './messages.ts';

interface Waiting {
  readonly functionName: string;
  readonly timer: NodeJS.Timeout;
  readonly resolve: (result: unknown) => void;
  readonly reject: (error: Error) => void;
}

/** One worker thread and the calls that wait for it. */
export class ThreadHandle {
  /** Functions that it has been called for, and so has loaded. */
  readonly loaded = new Set<string>();
  readonly #worker: Worker;
  readonly #waiting = new Map<number, Waiting>();
  readonly #onRetired: (thread: ThreadHandle) => void;
  #retired = false;

  constructor(data: ThreadData, environment: NodeJS.ProcessEnv, onRetired: (thread: ThreadHandle) => void) {
    this.#onRetired = onRetired;
    this.#worker = new Worker(new URL('./thread.ts', import.meta.url), { workerData: data, env: environment });
    this.#worker.on('message', (answer: AnswerMessage) => this.#settle(answer));
    this.#worker.once('error', (error) => this.#lose(`A worker thread failed: ${error.stack ?? error.message}`));
    this.#worker.once('exit', () => this.#lose('A worker thread ended'));
  }

  get busy(): number {
    return this.#waiting.size;
  }

  /** Sends a call; answers with the function's result, or rejects with one of the failures of `failures.ts`. */
  call(message: CallMessage, timeoutMs: number): Promise<unknown> {
    this.loaded.add(message.functionName);
    return new Promise((resolve, reject) => {
      const timer = setTimeout(() => this.#expire(message.callId), timeoutMs);
      this.#waiting.set(message.callId, { functionName: message.functionName, timer, resolve, reject });
      this.#worker.postMessage(message);
    });
  }

  async end(): Promise<void> {
    this.#retired = true;
    await this.#worker.terminate();
  }

  #settle(answer: AnswerMessage): void {
    const waiting = this.#take(answer.callId);
    if (!waiting) return;
    if ('error' in answer) waiting.reject(new FunctionFailed(waiting.functionName, answer.error));
    else waiting.resolve(answer.result);
    if (this.#retired && this.busy === 0) void this.end();
  }

  /** A call ran out of time: the thread takes no more, and ends when its other calls have answered or run out too. */
  #expire(callId: number): void {
    const waiting = this.#take(callId);
    this.#retire();
    waiting?.reject(new FunctionTimedOut(waiting.functionName));
    if (this.busy === 0) void this.end();
  }

  #lose(reason: string): void {
    if (!this.#retired) console.error(reason);
    this.#retire();
    for (const callId of [...this.#waiting.keys()]) this.#take(callId)?.reject(new FunctionLost(reason));
  }

  #retire(): void {
    if (this.#retired) return;
    this.#retired = true;
    this.#onRetired(this);
  }

  #take(callId: number): Waiting | undefined {
    const waiting = this.#waiting.get(callId);
    this.#waiting.delete(callId);
    clearTimeout(waiting?.timer);
    return waiting;
  }
}
