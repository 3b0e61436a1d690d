import type { Doorbell } from '../../shared/store/doorbell.ts';
import type { QueueName } from '../../shared/store/outbox.ts';
import type { Chance } from './chance.ts';

export interface Message {
  readonly queue: QueueName;
  readonly doorbell: Doorbell;
}

/** What may happen to a message on its way. */
export type QueueFault = 'lost' | 'doubled' | 'redelivered' | 'reordered';

/**
 * The queues as SQS promises them, and no better: a message may come twice, in any order, late, again although it was
 * done, or, as if its send had been lost, never.
 */
export class SimulatedQueue {
  readonly #waiting: Message[] = [];
  readonly fired = new Map<QueueFault, number>();

  send(message: Message, chance: Chance | null): void {
    if (chance?.isIn(10)) {
      this.#fire('lost');
      return;
    }
    this.#waiting.push(message);
    if (!chance?.isIn(10)) return;
    this.#fire('doubled');
    this.#waiting.push(message);
  }

  get size(): number {
    return this.#waiting.length;
  }

  /** One that waits, whichever; in order where there is no chance. */
  take(chance: Chance | null): Message | undefined {
    const index = chance ? chance.below(this.#waiting.length) : 0;
    if (index > 0) this.#fire('reordered');
    return this.#waiting.splice(index, 1)[0];
  }

  /** Not done, or done after its time of invisibility had run out: it comes again. */
  giveBack(message: Message, isDone: boolean): void {
    if (isDone) this.#fire('redelivered');
    this.#waiting.push(message);
  }

  #fire(fault: QueueFault): void {
    this.fired.set(fault, (this.fired.get(fault) ?? 0) + 1);
  }
}
