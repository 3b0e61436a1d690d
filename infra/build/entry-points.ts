import { type Group, groups } from '../../shared/contracts/route.ts';
import { checkJobs, keyStep, minuteJobs, nightJobs, workers } from '../background.ts';

/** The entry point of a group of calls. It is no file: the bundler makes it of the route table. */
export const groupEntry = (group: Group): string => `http/${group}`;

/** The group of an entry point; undefined if it is a module. */
export const groupOfEntry = (entry: string): Group | undefined => groups.find((group) => groupEntry(group) === entry);

/** The entry point of every function that is deployed: groups of calls, and the modules of workers and jobs. */
export function entryPoints(): readonly string[] {
  const background = [...workers, ...nightJobs, ...checkJobs, ...minuteJobs, keyStep].map(({ entry }) => entry);
  return [...new Set([...groups.map(groupEntry), ...background])].sort();
}

/** Names an entry point's bundle: `functions/jobs/refresh-list.ts` is `jobs-refresh-list`. */
export const bundleName = (entry: string): string =>
  entry
    .replace(/^functions\//, '')
    .replace(/\.ts$/, '')
    .replaceAll('/', '-');
