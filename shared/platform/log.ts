import type { Log } from '../operations/services.ts';

const levels: readonly string[] = ['info', 'warn', 'error', 'silent'];

/**
 * The structured log. Each call is one object on the console, of which Lambda's JSON log format makes one line with
 * time, level and request (decisions/0008). `LOG_LEVEL` leaves out what is below it.
 */
function createLog(least: string | undefined): Log {
  const from = levels.indexOf(least?.toLowerCase() ?? 'info');
  const writer = (level: 'info' | 'warn' | 'error'): Log['info'] =>
    levels.indexOf(level) < from ? () => undefined : (message, facts = {}) => console[level]({ ...facts, message });
  return { info: writer('info'), warn: writer('warn'), error: writer('error') };
}

let log: Log | undefined;

/** The log of this process. */
export function liveLog(): Log {
  log ??= createLog(process.env.LOG_LEVEL);
  return log;
}
