import { fileURLToPath } from 'node:url';

/** The root of the checkout: the folder of package.json, without a slash at the end. */
export const projectFolder = fileURLToPath(new URL('../..', import.meta.url)).replace(/\/$/, '');
