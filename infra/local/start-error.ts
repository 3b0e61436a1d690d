/** Why the system cannot start, as one sentence that says what to do. Shown without a stack trace; exit code 1. */
export class StartError extends Error {
  override readonly name = 'StartError';
}
