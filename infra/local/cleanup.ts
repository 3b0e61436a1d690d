/** What has to be undone at the end, or when a start fails half way: the last thing first. */
export class Cleanup {
  readonly #steps: (() => Promise<void> | void)[] = [];

  add(step: () => Promise<void> | void): void {
    this.#steps.push(step);
  }

  /** Undoes everything once; a step that fails is told, and does not keep the others from being done. */
  async run(): Promise<void> {
    for (let step = this.#steps.pop(); step; step = this.#steps.pop()) {
      try {
        await step();
      } catch (error) {
        console.error(`Stopping: ${error instanceof Error ? error.message : error}`);
      }
    }
  }
}
