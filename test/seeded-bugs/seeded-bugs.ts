import { cpSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, relative } from 'node:path';
import { parseArgs } from 'node:util';
import { projectFolder } from '../../infra/build/project.ts';
import { type Bug, readBugs, withBug } from './bug-file.ts';
import { failuresOf } from './run-tests.ts';

// npm run seeded-bugs [-- [--trust] NAME…]: seeds each bug in a copy of the sources and shows which test notices it.
// Exits with 1 where none does, or where the tests fail with no bug at all (`--trust`: that they pass is known).
const { values, positionals: asked } = parseArgs({ options: { trust: { type: 'boolean' } }, allowPositionals: true });
const bugs = readBugs().filter(({ name }) => asked.length === 0 || asked.some((part) => name.includes(part)));
const left = new Set(['node_modules', '.git', 'cdk.out', '.local']);
const copy = mkdtempSync(join(tmpdir(), 'seeded-bugs-'));
process.on('exit', () => rmSync(copy, { recursive: true, force: true }));

cpSync(projectFolder, copy, {
  recursive: true,
  filter: (path) => !left.has(relative(projectFolder, path).split('/')[0] ?? ''),
});
symlinkSync(join(projectFolder, 'node_modules'), join(copy, 'node_modules'));

const calm = values.trust ? [] : await failuresOf(copy, [...new Set(bugs.flatMap(({ tests }) => tests))]);
if (calm.length > 0) {
  console.error(`Without any bug these tests fail already:\n${calm.join('\n')}`);
  process.exit(1);
}

let missed = 0;
for (const bug of bugs) {
  const caughtBy = await seeded(bug, async () => {
    const [first] = await failuresOf(copy, bug.tests);
    return first;
  });
  if (caughtBy === undefined) missed += 1;
  console.log(`${caughtBy === undefined ? 'MISSED' : 'caught'}  ${bug.name}  ${bug.sentence}`);
  if (caughtBy !== undefined) console.log(`        ${caughtBy}`);
}
console.log(`${bugs.length - missed}/${bugs.length} seeded bugs are caught`);
process.exit(missed === 0 ? 0 : 1);

/** Does something with a bug in the copy, and takes it out again. */
async function seeded<Result>(bug: Bug, act: () => Promise<Result>): Promise<Result> {
  const path = join(copy, bug.file);
  const source = readFileSync(path, 'utf8');
  writeFileSync(path, withBug(source, bug));
  try {
    return await act();
  } finally {
    writeFileSync(path, source);
  }
}
