import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { projectFolder } from '../../infra/build/project.ts';

/** The commands of a chapter of the README: its indented blocks, without those that show an answer. */
export function commandsOf(chapter: string): string {
  const readme = readFileSync(join(projectFolder, 'README.md'), 'utf8');
  const [, text = ''] = readme.split(`## ${chapter}\n`);
  const blocks = (text.split('\n## ')[0] ?? '').split('\n\n').map((block) => block.replace(/^\n/, ''));
  const commands = blocks.filter((block) => block.startsWith('    ') && !block.startsWith('    {'));
  return commands.join('\n');
}
