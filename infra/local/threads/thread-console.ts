import { inspect } from 'node:util';

/**
 * Writes what functions log as Lambda's JSON log format does: one line a call, with time and level; an object's own
 * fields beside them.
 */
export function installThreadConsole(): void {
  for (const level of ['info', 'warn', 'error'] as const) {
    console[level] = (...values: readonly unknown[]): void => {
      const [first] = values;
      const said = values.length === 1 && isPlain(first) ? first : { message: values.map(asText).join(' ') };
      const line = { timestamp: new Date().toISOString(), level: level.toUpperCase(), ...said };
      process.stderr.write(`${JSON.stringify(line)}\n`);
    };
  }
}

const isPlain = (value: unknown): value is object => typeof value === 'object' && value !== null;
const asText = (value: unknown): string => (typeof value === 'string' ? value : inspect(value));
