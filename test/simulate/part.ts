import type { ChildProcess } from 'node:child_process';

/** What a process answers of its part of a run; one that ends without an answer ends the run. */
export const answerOf = <Answer>(child: ChildProcess): Promise<Answer> =>
  new Promise((resolve, reject) => {
    child.once('message', (answer) => resolve(answer as Answer));
    child.once('exit', (code) => reject(new Error(`a part of the run ended with ${code} and no answer`)));
  });
