import { recordCalls } from '../../infra/local/calls/recorder.ts';
import { watching } from '../../infra/local/calls/watch.ts';

/** Runs a function's handler in this process and notes what it calls, as the runner's threads do. */
export const recording = <Result>(entry: string, run: () => Promise<Result>): Promise<Result> => {
  const onCall = (needs: Parameters<typeof recordCalls>[1]): null => {
    recordCalls(entry, needs);
    return null;
  };
  return watching({ environment: process.env, onCall }, run);
};
