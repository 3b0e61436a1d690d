import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

/** One realistic mistake: a few lines of the sources in another form. */
export interface Bug {
  readonly name: string;
  /** What went wrong, in a sentence. */
  readonly sentence: string;
  /** The test files one of which must notice; they pass where there is no bug. */
  readonly tests: readonly string[];
  readonly file: string;
  readonly right: string;
  readonly wrong: string;
}

const folder = join(import.meta.dirname, 'bugs');
const form =
  /^(?<sentence>.+)\ntests: (?<tests>.+)\nfile: (?<file>\S+)\n<<<<\n(?<right>[\s\S]+?)\n====\n(?<wrong>[\s\S]*?)\n>>>>\n$/;

/** All bugs, in the order of their numbers. @throws Error for one whose file has not the form. */
export const readBugs = (): readonly Bug[] =>
  readdirSync(folder)
    .filter((name) => name.endsWith('.bug'))
    .sort()
    .map((name) => {
      const {
        sentence = '',
        tests = '',
        file = '',
        right = '',
        wrong = '',
      } = form.exec(readFileSync(join(folder, name), 'utf8'))?.groups ?? {};
      if (file === '') throw new Error(`${name} has not the form of a seeded bug`);
      return { name: name.replace('.bug', ''), sentence, tests: tests.split(' '), file, right, wrong };
    });

/** The source with the bug in it. @throws Error where the source has moved on: the bug must then be seeded anew. */
export function withBug(source: string, { name, file, right, wrong }: Bug): string {
  const parts = source.split(right);
  if (parts.length !== 2) throw new Error(`${name}: ${file} has ${parts.length - 1} places like it, not one`);
  return parts.join(wrong);
}
