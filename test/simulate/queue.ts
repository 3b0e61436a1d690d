import type { Doorbell } from '../../shared/store/doorbell.ts';
import type { QueueName } from '../../shared/store/outbox.ts';
import type { Chance } from './chance.ts';

export interface Message {
  readonly queue: QueueName;
  readonly doorbell: Doorbell;
  /** How often it was received. */
  readonly receives?: number;
}

/** What may happen to a message on its way. */
export type QueueFault = 'lost' | 'doubled' | 'redelivered' | 'reordered' | 'dead';

/** After so many receives in vain a message lies with the dead letters, and the outbox alone has it rung again. */
const receivesMax = 5;

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
    const [message] = this.#waiting.splice(index, 1);
    return message && { ...message, receives: (message.receives ?? 0) + 1 };
  }

  /** Not done, or done after its time of invisibility had run out: it comes again. */
  giveBack(message: Message, isDone: boolean): void {
    if (isDone) this.#fire('redelivered');
    else if ((message.receives ?? 0) >= receivesMax) {
      this.#fire('dead');
      return;
    }
    this.#waiting.push(message);
  }

  /** All messages on their way are lost. */
  loseAll(): void {
    this.#waiting.length = 0;
  }

  #fire(fault: QueueFault): void {
    this.fired.set(fault, (this.fired.get(fault) ?? 0) + 1);
  }
}
