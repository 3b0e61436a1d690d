import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { projectFolder } from '../../infra/build/project.ts';
import { readBugs, withBug } from './bug-file.ts';

// Whoever changes the lines that a bug is seeded in seeds it anew, in the same change.
test.each(readBugs())('$name can be seeded: $sentence', (bug) => {
  const source = readFileSync(join(projectFolder, bug.file), 'utf8');
  expect(withBug(source, bug)).not.toBe(source);
  expect(bug.tests.filter((file) => !existsSync(join(projectFolder, file)))).toEqual([]);
});
