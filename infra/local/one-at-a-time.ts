/** Runs pieces of work one after another, in the order in which they were handed in. */
export function oneAtATime(): <T>(work: () => Promise<T>) => Promise<T> {
  let last: Promise<unknown> = Promise.resolve();
  return (work) => {
    const result = last.then(work);
    // The next one waits for this one, however it ends; its own caller hears of the failure.
    last = result.catch(() => undefined);
    return result;
  };
}
