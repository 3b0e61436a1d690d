import { execFile, spawnSync } from 'node:child_process';
import { promisify } from 'node:util';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { Api } from '../support/api.ts';
import { type StartedSystem, startedProcess } from '../support/process.ts';
import { commandsOf } from '../support/readme.ts';
import { newFolderInMemory, removeFolder } from '../support/system.ts';

const patienceMs = 120_000;

/** The last line that loading prints, whether it ended well or not. */
const ending = /^(?:Sample city: \d+ loans|The sample city is not complete).*$/m;

/** What a new user sees: the first of the README's two lines, on whatever day it is. */
describe('the system with its sample city', () => {
  const folder = newFolderInMemory();
  let system: StartedSystem;
  let api: Api;
  beforeAll(async () => {
    system = await startedProcess({ arguments: ['--data', folder] });
    api = new Api(system.url);
  });
  afterAll(async () => {
    await system?.end();
    removeFolder(folder);
  });

  test('serves while the city is being loaded, and shows what was published of it', {
    timeout: patienceMs,
  }, async () => {
    expect((await api.get('office-1', '/v1/statistics')).status).toBe(200);
    await expect.poll(() => ending.exec(system.output())?.[0], { timeout: patienceMs, interval: 200 }).toBeDefined();
    expect(ending.exec(system.output())?.[0]).toContain('Sample city: 964 loans');
    const { body } = await api.get('office-1', '/v1/statistics');
    expect(body).toMatchObject({
      enterprisesListed: 1_351,
      loansCount: 964,
      loansCumulativeFen: 278_700_000_000,
      compensatedFen: 18_000_000,
      claims: { submitted: { count: 1 }, paid: { count: 1, amountFen: 30_000_000 } },
    });
    const byMode = Object.values(body.byMode as Record<string, { count: number }>);
    expect(byMode.filter(({ count }) => count === 0)).toEqual([]);
    expect(Object.keys(body.byCategory as object)).toHaveLength(9);
  });

  test.each(['active', 'overdue', 'non-performing', 'claimed', 'repaid', 'written-off', 'compensated'])(
    'has loans that are %s',
    async (state) => {
      const { items } = (await api.get('office-1', `/v1/loans?state=${state}&limit=1`)).body;
      expect(items).toHaveLength(1);
    },
  );

  test('holds the first compensation, settled and paid in 2023, in loan, claim, minutes and ledger', async () => {
    const contract = encodeURIComponent('平农商借字（2021）第0325号');
    const { items } = (await api.get('bank-rcb', `/v1/loans?contractNumber=${contract}`)).body;
    expect(items).toMatchObject([
      { principalFen: 30_000_000, mode: 'credit', disbursedOn: '2021-03-25', originalMaturesOn: '2022-03-24' },
    ]);
    const claims = (await api.get('office-1', '/v1/claims?year=2023')).body.items as Record<string, unknown>[];
    expect(claims).toMatchObject([{ state: 'paid', paidOn: '2023-10-08', shares: { fundFen: 18_000_000 } }]);
    const minutes = await api.get('member-science', `/v1/meetings/${claims[0]?.meetingId}/minutes`, {
      accept: 'text/html',
    });
    expect(minutes.text).toContain('300,000.00');
    const entries = (await api.get('finance-1', '/v1/fund/entries?from=2023-01-01&to=2023-12-31')).body;
    expect((entries.items as { type: string }[]).map(({ type }) => type)).toEqual(['payment', 'settlement']);
  });

  test.skipIf(spawnSync('curl', ['--version']).status !== 0)(
    'leads a new user through the README, from an application to a loan that failed',
    async () => {
      const script = ['A first application', 'A loan that failed']
        .map(commandsOf)
        .join('\n')
        .replaceAll('http://127.0.0.1:3000', system.url);
      const { stdout, stderr } = await promisify(execFile)('sh', ['-eu', '-c', script], { maxBuffer: 10_000_000 });
      expect(stderr).toBe('');
      expect(stdout).not.toMatch(/"status":[45]/);
      expect(stdout).toContain('"shares":{"fundFen":18000000,"guarantorFen":0,"institutionFen":12000000}');
      expect(stdout).toContain('"voucherNumber":"平财科补（2023）001"');
      expect(stdout).toContain('"shares":{"fundFen":400001,"guarantorFen":400001,"institutionFen":200001}');
      expect(stdout).toContain('"ready":false');
    },
  );

  test('has figures that a recount gives again', async () => {
    expect((await api.post('office-1', '/local/jobs/recount-figures')).status).toBe(200);
    const { items } = (await api.get('auditor-1', '/v1/audit/checks?check=recount-figures&limit=1')).body;
    expect(items).toMatchObject([{ state: 'done', ok: true, findingsCount: 0 }]);
  });
});
