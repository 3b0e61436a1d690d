import { routes } from '../../shared/contracts/routes.ts';
import { checkJobs, keyStep, minuteJobs, nightJobs, workers } from '../background.ts';

/** The module of every function that is deployed, from the root of the project, each once. */
export function entryPoints(): readonly string[] {
  const modules = [
    ...routes.map((route) => route.handler),
    ...[...workers, ...nightJobs, ...checkJobs, ...minuteJobs, keyStep].map((definition) => definition.entry),
  ];
  return [...new Set(modules)].sort();
}

/** Names a module's bundle: `functions/http/loans/read.ts` is `http-loans-read`. */
export const bundleName = (entry: string): string =>
  entry
    .replace(/^functions\//, '')
    .replace(/\.ts$/, '')
    .replaceAll('/', '-');
