/** A function threw; name, message and stack are its error's. */
export class FunctionFailed extends Error {
  override readonly name = 'FunctionFailed';

  constructor(
    functionName: string,
    error: { readonly name: string; readonly message: string; readonly stack: string },
  ) {
    super(`${functionName} threw ${error.stack || `${error.name}: ${error.message}`}`);
  }
}

/** A function did not answer within its time. */
export class FunctionTimedOut extends Error {
  override readonly name = 'FunctionTimedOut';

  constructor(functionName: string) {
    super(`${functionName} did not answer within its time`);
  }
}

/** The thread that a call was in has ended; what the call did is not known. */
export class FunctionLost extends Error {
  override readonly name = 'FunctionLost';
}
