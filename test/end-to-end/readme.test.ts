import { execFile, spawnSync } from 'node:child_process';
import { promisify } from 'node:util';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { dayAt } from '../../shared/domain/calendar.ts';
import { Api } from '../support/api.ts';
import { prepareCity } from '../support/city.ts';
import { creditCode } from '../support/fixtures.ts';
import { capOf } from '../support/lender.ts';
import { commandsOf } from '../support/readme.ts';
import { type RunningSystem, removeFolder, startSystem } from '../support/system.ts';

const run = promisify(execFile);

const canRun = spawnSync('curl', ['--version']).status === 0;
if (!canRun) console.error('curl is not here: the README is not tried out');

describe.skipIf(!canRun)('the README', () => {
  let system: RunningSystem;
  let api: Api;
  const code = creditCode(1);
  beforeAll(async () => {
    system = await startSystem();
    api = new Api(system.url);
    await prepareCity(api, [code]);
  });
  afterAll(async () => {
    await system?.stop();
    if (system) removeFolder(system.folder);
  });

  test('leads from an application to a loan that is repaid in part, extended, and has its contract with it, as it says', async () => {
    const script = ['A first application', 'A paper as evidence']
      .map(commandsOf)
      .join('\n')
      .replaceAll('http://127.0.0.1:3000', system.url);
    const { stdout, stderr } = await run('sh', ['-eu', '-c', script]);
    expect(stderr).toBe('');
    expect(stdout).not.toContain('"code":');
    expect(stdout.match(/"version":/g)).toHaveLength(6);
    expect(stdout).toContain('"loansCount":1,"loansCumulativeFen":300000000,"outstandingFen":200000000');
    expect(stdout).toContain('"loansCount":0,"loansCumulativeFen":0,"outstandingFen":0');
    const { items } = (await api.get('bank-rcb', '/v1/loans')).body;
    expect(items).toMatchObject([
      {
        state: 'active',
        principalFen: 300_000_000,
        outstandingFen: 200_000_000,
        extensions: 1,
        evidence: [{ kind: 'loan-contract' }],
      },
    ]);
    const [loan] = items as { disbursedOn: string; maturesOn: string; originalMaturesOn: string }[];
    expect(loan?.disbursedOn).toBe(dayAt(new Date().toISOString()));
    expect(String(loan?.maturesOn) > String(loan?.originalMaturesOn)).toBe(true);
    expect(await capOf(api, code)).toEqual({ exposureFen: 200_000_000, leftFen: 800_000_000 });
  });
});
