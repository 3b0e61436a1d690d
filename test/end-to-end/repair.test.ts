import { execFile } from 'node:child_process';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { projectFolder } from '../../infra/build/project.ts';
import { type OpenData, openFolder } from '../../infra/repair/open-data.ts';
import { readOptions } from '../../infra/repair/options.ts';
import { runRepair } from '../../infra/repair/run-repair.ts';
import { guardKey } from '../../shared/store/enterprises.ts';
import { bucketKey } from '../../shared/store/figure-buckets.ts';
import { headKey } from '../../shared/store/fund.ts';
import { queryEntries } from '../../shared/store/ledger.ts';
import { eventKey } from '../../shared/store/trail.ts';
import { Api, shanghai as at } from '../support/api.ts';
import { prepareCity } from '../support/city.ts';
import { creditCode } from '../support/fixtures.ts';
import { expected, Lender } from '../support/lender.ts';
import { type RunningSystem, removeFolder, startSystem } from '../support/system.ts';
import { type Tampering, tamperingWith } from '../support/tampering.ts';

const code = creditCode(1);
const order = ['--apply', '--by', 'office-1', '--second', 'office-2', '--reason', '恢复演练'];

/** The runbook's commands, typed against a system that runs and whose tables somebody has damaged. */
describe('npm run repair beside the running system', () => {
  let system: RunningSystem;
  let api: Api;
  let lender: Lender;
  let data: OpenData;
  let tampering: Tampering;
  let loanId: string;

  beforeAll(async () => {
    system = await startSystem({ now: at('2026-03-02', '09:00:00') });
    api = new Api(system.url);
    lender = new Lender(api);
    await prepareCity(api, [code]);
    const applicationId = await lender.applied(code, 1_000_000);
    expected(await lender.approve(applicationId));
    const report = { amountFen: 1_000_000, disbursedOn: '2026-03-02', maturesOn: '2026-06-01' };
    loanId = await lender.lent(applicationId, report);
    data = await openFolder(system.folder);
    tampering = tamperingWith(data.services);
  });
  afterAll(async () => {
    await data?.close();
    await system?.stop();
    if (system) removeFolder(system.folder);
  });

  /** What the command does, in this process: a start of its own takes a second. */
  const repair = async (...args: readonly string[]) => {
    const lines: string[] = [];
    const isDone = await runRepair(data.services, readOptions(args), (line) => lines.push(line));
    return { exit: isDone ? 0 : 1, said: lines.join('\n') };
  };
  /** Runs the command as it is typed. */
  const typed = (...args: readonly string[]) =>
    new Promise<{ readonly exit: number; readonly said: string }>((resolve) => {
      const program = join(projectFolder, 'infra/repair/main.ts');
      execFile(process.execPath, [program, '--data', system.folder, ...args], (error, stdout, stderr) => {
        resolve({ exit: error ? Number(error.code) : 0, said: stdout + stderr });
      });
    });
  const repay = () => lender.service(loanId, 'repayments', { principalFen: 100, interestFen: 0, paidOn: '2026-03-02' });
  const loanKey = () => ({ table: 'loans', key: { pk: loanId } }) as const;
  const verified = async (kind: string): Promise<unknown> =>
    (await api.get('auditor-1', `/v1/audit/verification?kind=${kind}`)).body;

  test('a loan that answered 503 since the restore takes repayments again', async () => {
    const older = await tampering.read(loanKey());
    expected(await repay());
    await tampering.put(loanKey(), older);
    expect((await repay()).status).toBe(503);
    const dry = await typed('--kind', 'loans', '--id', loanId);
    expect(dry).toMatchObject({ exit: 0, said: expect.stringContaining('state-behind') });
    expect(dry.said).toContain('Nothing was written.');
    expect((await api.get('bank-rcb', `/v1/loans/${loanId}`)).body).toMatchObject({ outstandingFen: 1_000_000 });

    expect(await typed('--kind', 'loans', '--id', loanId, ...order)).toMatchObject({ exit: 0 });
    expect(expected(await repay())).toMatchObject({ outstandingFen: 999_800, version: 3 });
    expect(await verified('loans')).toMatchObject({ ok: true });
  });

  test('the counter that the torn repayment left behind is what the recount gives', async () => {
    const guard = await tampering.read(guardKey(code));
    await tampering.change(guardKey(code), { exposureFen: Number(guard.exposureFen) + 100 });
    expect(await repair('--guards')).toMatchObject({ exit: 0, said: expect.stringContaining(`exposure/${code}`) });
    expect(await repair('--guard', `exposure/${code}`, ...order)).toMatchObject({ exit: 0 });
    expect((await api.get('office-1', `/v1/enterprises/${code}`)).body).toMatchObject({ exposureFen: 999_800 });
    expect(await repair('--guards')).toMatchObject({ exit: 0, said: expect.stringContaining('in-order') });
  });

  test('a state ahead of its trail is set back only after the restore is noted', async () => {
    await tampering.remove(eventKey('loans', loanId, 3));
    const ask = ['--kind', 'loans', '--id', loanId] as const;
    expect(await repair(...ask, ...order)).toMatchObject({ exit: 1, said: expect.stringContaining('state-ahead') });
    const span = ['--restored-to', at('2026-03-02', '09:00:00'), '--lost-until', at('2026-03-02', '09:00:01')];
    expect(await repair('--note-restore', ...span, ...order)).toMatchObject({ exit: 0 });
    expect(await repair(...ask, ...order)).toMatchObject({ exit: 0 });
    // What the lost repayment gave back is outstanding again.
    expect(await repair('--guards', ...order)).toMatchObject({ exit: 0, said: expect.stringContaining('exposure/') });
    expect(expected(await repay())).toMatchObject({ outstandingFen: 999_800, version: 3 });
    expect(await verified('loans')).toMatchObject({ ok: true });
  });

  test('a loan that the table has lost is the bank’s to see again', async () => {
    await tampering.remove(loanKey());
    expect((await api.get('bank-rcb', `/v1/loans/${loanId}`)).status).toBe(404);
    expect(await repair('--kind', 'loans', '--id', loanId, ...order)).toMatchObject({ exit: 0 });
    expect((await api.get('bank-rcb', `/v1/loans/${loanId}`)).body).toMatchObject({ outstandingFen: 999_800 });
  });

  test('an entry of the ledger, a sum of the fund’s head and a figure are put back, the entry first', async () => {
    const terms = { amountFen: 500, documentNumber: '平财科〔2026〕1号', appropriatedOn: '2026-03-02' };
    const { appropriationId } = expected(await api.post('finance-1', '/v1/fund/appropriations', terms), 201);
    const fund = (await api.get('finance-1', '/v1/fund')).body;
    const [entry] = (await queryEntries(data.services.database, 1, undefined)).items;
    await tampering.remove({ table: 'ledger', key: { pk: String(entry?.pk), sk: String(entry?.sk) } });
    await tampering.change(headKey, { cashFen: 499 });
    await tampering.put(bucketKey('2026-04', 1), { loans: 7 });
    expect(await repair('--fund', ...order)).toMatchObject({ exit: 1, said: expect.stringContaining('missing') });
    expect(await repair('--kind', 'fund', '--id', String(appropriationId), ...order)).toMatchObject({ exit: 0 });
    expect(await repair('--fund', ...order)).toMatchObject({ exit: 0 });
    expect((await api.get('finance-1', '/v1/fund')).body).toEqual(fund);
    expect(await repair('--figures', ...order)).toMatchObject({ exit: 0 });
    expect(await repair('--figures')).toMatchObject({ said: expect.stringContaining('in-order') });
  });

  test('an application of which the restore kept all but the event is sent again with its key, and is one', async () => {
    const body = {
      creditCode: code,
      institutionId: 'rcb',
      amountFen: 100,
      termMonths: 3,
      mode: 'credit',
      purpose: '研发',
    };
    const send = () => api.post('bank-rcb', '/v1/applications', body, { key: 'sent-again' });
    const restoredTo = data.services.now();
    const { applicationId } = expected(await send(), 201);
    await tampering.remove(eventKey('applications', String(applicationId), 1));
    expect(expected(await send(), 201)).toMatchObject({ applicationId });

    const span = ['--restored-to', restoredTo, '--lost-until', data.services.now()];
    expect(await repair('--note-restore', ...span, ...order)).toMatchObject({ exit: 0 });
    const ask = ['--kind', 'applications', '--id', String(applicationId)];
    expect(await repair(...ask, ...order)).toMatchObject({ exit: 0, said: expect.stringContaining('history-missing') });
    expect(await repair('--guards', ...order)).toMatchObject({ exit: 0, said: expect.stringContaining('exposure/') });
    expect(await repair('--answers', ...order)).toMatchObject({ exit: 0, said: expect.stringContaining('sent-again') });
    expect(expected(await send(), 201).applicationId).not.toBe(applicationId);
    const { exposureFen } = (await api.get('office-1', `/v1/enterprises/${code}`)).body;
    expect(exposureFen).toBe(999_900);
    expect(await verified('applications')).toMatchObject({ ok: true });
  });

  test('each repair is found in the trail, with both officials and the reason, and verifies', async () => {
    const { body } = await api.get('auditor-1', '/v1/audit?type=data-repaired');
    expect(body.items).toHaveLength(11);
    expect(body.items).toContainEqual(
      expect.objectContaining({
        kind: 'repairs',
        actor: expect.objectContaining({ sub: 'tool:repair', causedBy: 'office-1' }),
        data: expect.objectContaining({
          by: 'office-1',
          second: 'office-2',
          reason: '恢复演练',
          subject: `loans/${loanId}`,
        }),
      }),
    );
    expect(await verified('repairs')).toMatchObject({ ok: true, events: 13 });
  });

  test('a command line that names one official twice, or nothing to repair, is refused', async () => {
    const alone = ['--apply', '--by', 'office-1', '--second', 'OFFICE-1', '--reason', '演练'];
    expect(await typed('--guards', ...alone)).toMatchObject({ exit: 2, said: expect.stringContaining('one person') });
    await expect(repair('--apply')).rejects.toThrow('Say one thing');
  });
});
