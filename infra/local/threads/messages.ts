import type { FunctionModel } from '../template/functions.ts';

/** What a thread is given when it is made. */
export interface ThreadData {
  readonly clock: SharedArrayBuffer;
  readonly functions: readonly FunctionModel[];
}

export interface CallMessage {
  readonly callId: number;
  readonly functionName: string;
  readonly requestId: string;
  readonly event: unknown;
}

export type AnswerMessage =
  | { readonly callId: number; readonly result: unknown }
  | {
      readonly callId: number;
      readonly error: { readonly name: string; readonly message: string; readonly stack: string };
    };
