/** A command that was sent, as its sender remembers it. */
export interface Sent {
  readonly client: string;
  readonly path: string;
  readonly body: object;
  readonly key: string;
  /**
   * The first answer that came. Nothing is known of a command without one: it may have happened or not, and may still be
   * happening.
   */
  answer: { readonly status: number; readonly text: string } | null;
}

/** All that was sent, by whomever, in the order of sending. */
export class Journal {
  readonly #sent: Sent[] = [];

  add(command: Omit<Sent, 'answer'>): Sent {
    const sent: Sent = { ...command, answer: null };
    this.#sent.push(sent);
    return sent;
  }

  get all(): readonly Sent[] {
    return this.#sent;
  }

  get unknown(): readonly Sent[] {
    return this.#sent.filter(({ answer }) => answer === null);
  }

  /** What was promised: answered 2xx. */
  get accepted(): readonly Sent[] {
    return this.#sent.filter(({ answer }) => answer !== null && answer.status < 300);
  }
}
