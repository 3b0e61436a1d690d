import { oneAtATime } from './one-at-a-time.ts';

/** Lets calls run at once, and acts that no call may meet on its way run between them. */
export interface CallGate {
  /** Runs a call; one that comes while an act waits runs after it. */
  call<T>(work: () => Promise<T>): Promise<T>;
  /** Runs an act once the calls that are on their way have ended; several one after another. */
  between(act: () => void): Promise<void>;
}

export function callGate(): CallGate {
  const inTurn = oneAtATime();
  let underWay = 0;
  let opened: Promise<void> | null = null;
  let whenIdle: (() => void) | null = null;
  return {
    call: async (work) => {
      while (opened) await opened;
      underWay += 1;
      try {
        return await work();
      } finally {
        underWay -= 1;
        if (underWay === 0) whenIdle?.();
      }
    },
    between: (act) =>
      inTurn(async () => {
        const { promise, resolve } = Promise.withResolvers<void>();
        opened = promise;
        try {
          if (underWay > 0) {
            await new Promise<void>((idle) => {
              whenIdle = idle;
            });
          }
          act();
        } finally {
          whenIdle = null;
          opened = null;
          resolve();
        }
      }),
  };
}
