import { Logger } from '@aws-lambda-powertools/logger';
import type { Log } from '../operations/services.ts';

/** The structured log: one JSON line an entry. */
function createLog(): Log {
  const logger = new Logger();
  return {
    info: (message, facts = {}) => logger.info(message, { ...facts }),
    warn: (message, facts = {}) => logger.warn(message, { ...facts }),
    error: (message, facts = {}) => logger.error(message, { ...facts }),
  };
}

let log: Log | undefined;

/** The log of this process. */
export function liveLog(): Log {
  log ??= createLog();
  return log;
}
