import { newFolder, removeFolder, startSystem } from '../support/system.ts';
import { print } from './report.ts';

const againMaxMs = 3_000;

/** How long the system takes to be ready on a folder that it knows, with its templates kept. */
export async function benchStart(): Promise<void> {
  const folder = newFolder();
  try {
    const first = await startSystem({ folder });
    await first.stop();
    const again = await startSystem({ folder });
    await again.stop();
    print('Start on one machine', [
      {
        name: 'ready again',
        value: `${(again.readyMs / 1000).toFixed(1)} s`,
        bound: '≤ 3 s',
        met: again.readyMs <= againMaxMs,
      },
    ]);
  } finally {
    removeFolder(folder);
  }
}
