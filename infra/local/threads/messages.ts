import type { FunctionModel } from '../template/functions.ts';

/** What a thread is given when it is made. */
export interface ThreadData {
  readonly clock: SharedArrayBuffer;
  readonly functions: readonly FunctionModel[];
  /** Where to note what functions call; nowhere by default. */
  readonly recordingFolder: string | undefined;
  /** Whether every role allows everything, for a run that gathers what they must allow. */
  readonly rolesAreOpen: boolean;
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
