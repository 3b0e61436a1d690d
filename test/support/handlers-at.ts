import { vi } from 'vitest';
import { type Handlers, openHandlers } from './handlers.ts';

/**
 * The functions as {@link openHandlers} has them, at an instant: `setNow` moves the process's clock, by which functions go,
 * together with that of the operations that prepare a state. Timers run on.
 */
export async function openHandlersAt(instant: string): Promise<Handlers> {
  const api = await openHandlers();
  vi.useFakeTimers({ toFake: ['Date'] });
  const setNow = (next: string): void => {
    vi.setSystemTime(next);
    api.setNow(next);
  };
  setNow(instant);
  return { ...api, setNow };
}
