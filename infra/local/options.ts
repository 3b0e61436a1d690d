import { resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { StartError } from './start-error.ts';

export interface SystemOptions {
  /** 0 takes any free port. */
  readonly port: number;
  readonly dataFolder: string;
  /** No sample city. */
  readonly empty: boolean;
  /** Sets the clock of an empty folder; in a used one it moves it forward, and is passed over when the clock is further. */
  readonly nowMs: number | null;
  /** Calls a second that are taken; null for no limit. */
  readonly rateLimit: number | null;
}

export const usage = `Runs the whole system on this machine, on 127.0.0.1.

  npm start -- [options]

  --port PORT     the port to listen on (PORT; 3000)
  --data DIR      the folder that keeps the data (DATA_DIR; .local)
  --empty         start without the sample city (SAMPLE=off)
  --now INSTANT   the clock, such as 2026-03-02T01:00:00Z (NOW); only ever forward in a folder already used
  --help          this text

DYNAMODB_ENDPOINT, SQS_ENDPOINT and S3_ENDPOINT name other servers in place of the emulators. RATE_LIMIT allows so many calls a second,
and each client what the city allows it; without it there are no limits.
LOG_LEVEL (warn) is info to see all that the functions log, silent for nothing.
`;

/**
 * Reads the command line and, where it is silent, the environment.
 *
 * @returns null when only the usage is asked for.
 * @throws StartError for an option that makes no sense.
 */
export function readOptions(
  argumentsGiven: readonly string[],
  environment: Readonly<Record<string, string | undefined>>,
): SystemOptions | null {
  const values = parse(argumentsGiven);
  if (values.help) return null;
  return {
    port: wholeNumber('--port', values.port ?? environment.PORT ?? '3000', 65_535),
    dataFolder: resolve(values.data ?? environment.DATA_DIR ?? '.local'),
    empty: values.empty || environment.SAMPLE === 'off',
    nowMs: instant(values.now ?? environment.NOW),
    rateLimit: environment.RATE_LIMIT ? wholeNumber('RATE_LIMIT', environment.RATE_LIMIT, 1_000_000) : null,
  };
}

function parse(argumentsGiven: readonly string[]) {
  try {
    return parseArgs({
      args: [...argumentsGiven],
      options: {
        port: { type: 'string' },
        data: { type: 'string' },
        empty: { type: 'boolean', default: false },
        now: { type: 'string' },
        help: { type: 'boolean', default: false },
      },
    }).values;
  } catch (error) {
    throw new StartError(`${error instanceof Error ? error.message : error} (npm start -- --help lists the options)`);
  }
}

function wholeNumber(name: string, text: string, max: number): number {
  const value = Number(text);
  if (/^\d+$/.test(text) && value <= max) return value;
  throw new StartError(`${name} must be a whole number up to ${max}, not ${text}.`);
}

function instant(text: string | undefined): number | null {
  if (!text) return null;
  const value = Date.parse(text);
  if (/^\d{4}-\d{2}-\d{2}T.*(Z|[+-]\d{2}:\d{2})$/.test(text) && !Number.isNaN(value)) return value;
  throw new StartError(`--now must be an instant such as 2026-03-02T01:00:00Z, not ${text}.`);
}
