import { expect } from 'vitest';
import { Api, shanghai as at, untilImported } from '../support/api.ts';
import { importRows, prepareCity } from '../support/city.ts';
import { creditCode } from '../support/fixtures.ts';
import { expected } from '../support/lender.ts';
import { newFolder, removeFolder, startSystem } from '../support/system.ts';

const principalFen = 10_000_000;
const killsMax = 4;
/** Five of seven are a quorum and a majority. */
const units = ['science', 'economy', 'finance', 'market', 'talent'];
const banks = ['rcb', 'icbc'];
const now = at('2026-06-15', '09:00:00');

interface Found {
  readonly claimId: string;
  readonly state: string;
  readonly settledAt: string;
  readonly shares: { readonly fundFen: number };
}

/**
 * Kills the system with kill -9 while the claims of two meetings are settled; all settle once, in the order of resolution
 * and agenda.
 */
export async function settleThroughKills(claimsOfMeeting: number): Promise<void> {
  const folder = newFolder();
  let system = await startSystem({ folder, now });
  try {
    let api = new Api(system.url);
    const claimIds = await fileClaims(api, 2 * claimsOfMeeting);
    const meetings = [claimIds.slice(0, claimsOfMeeting), claimIds.slice(claimsOfMeeting)];
    const paths = [await convene(api, meetings[0] ?? []), await convene(api, meetings[1] ?? [])];
    await Promise.all(units.map((unit) => voteOnAll(api, unit, paths, claimsOfMeeting)));
    const resolved = await Promise.all(
      paths.map((path) =>
        api.post('office-1', `${path}/resolution`, { items: [] }).then((reply) => expected(reply, 202)),
      ),
    );

    let kills = 0;
    for (; kills < killsMax && (await settledCount(api)) < claimIds.length; kills += 1) {
      await new Promise((wake) => setTimeout(wake, 60 * kills));
      await system.kill();
      system = await startSystem({ folder });
      api = new Api(system.url);
    }
    expect(kills, 'kills in the middle of it').toBeGreaterThanOrEqual(1);
    const deadline = performance.now() + 60_000;
    while ((await settledCount(api)) < claimIds.length && performance.now() < deadline) {
      await new Promise((wake) => setTimeout(wake, 100));
    }

    const claims = new Map((await settledClaims(api)).map((claim) => [claim.claimId, claim]));
    expect(claims.size).toBe(claimIds.length);
    // By the resolution that came first, and within one by the agenda.
    const order =
      resolved[0] && resolved[1] && orderOf(resolved[0]) < orderOf(resolved[1]) ? meetings : meetings.toReversed();
    const instants = order.flat().map((claimId) => claims.get(claimId)?.settledAt ?? '');
    expect(instants).toEqual([...instants].sort());
    for (const { shares } of claims.values()) expect(shares.fundFen).toBe(6_000_000);
    const owedFen = 6_000_000 * claimIds.length;
    const fund = (await api.get('finance-1', '/v1/fund')).body;
    expect(fund).toMatchObject({ compensatedFen: owedFen, payableFen: owedFen, awaitingFen: 0 });
    for (const check of ['prove-ledger', 'recount-figures', 'verify-trail']) {
      expected(await api.send(null, 'POST', `/local/jobs/${check}`, {}));
    }
    const checks = (await api.get('auditor-1', '/v1/audit/checks')).body as { items: { findingsCount: number }[] };
    expect(checks.items.slice(0, 3).map(({ findingsCount }) => findingsCount)).toEqual([0, 0, 0]);
    expect((await api.get('office-1', '/v1/fund/line')).body).toMatchObject({ items: [] });
  } finally {
    await system.stop();
    removeFolder(folder);
  }
}

const orderOf = ({ resolvedAt, meetingId }: Readonly<Record<string, unknown>>): string => `${resolvedAt}#${meetingId}`;

/** Loans of two banks from before the system, long overdue, each claimed for and found complete. */
async function fileClaims(api: Api, count: number): Promise<readonly string[]> {
  const codes = Array.from({ length: count }, (_, index) => creditCode(index + 1));
  await prepareCity(api, []);
  await importRows(
    api,
    codes.map((code) => ({ creditCode: code, name: `平湖${code}公司`, issuedOn: '2020-01-01' })),
  );
  const rows = codes.map((code, index) => ({
    ...{ creditCode: code, institutionId: banks[index % banks.length], contractNumber: `HT-${index}`, mode: 'credit' },
    ...{ appliedOn: '2025-01-02', disbursedOn: '2025-01-10', maturesOn: '2026-01-09', annualRateBp: 400 },
    ...{ amountFen: principalFen, outstandingFen: principalFen, class: 'doubtful' },
  }));
  const { importId } = expected(await api.post('office-1', '/v1/loan-imports', { rows }), 202);
  expect(await untilImported(api, String(importId))).toMatchObject({ state: 'done', rejected: 0 });
  const money = { amountFen: 1_000_000_000, documentNumber: '平财〔2026〕1号', appropriatedOn: '2026-01-05' };
  expected(await api.post('finance-1', '/v1/fund/appropriations', money), 201);
  return Promise.all(
    rows.map(({ contractNumber, institutionId }) => fileClaim(api, `bank-${institutionId}`, contractNumber)),
  );
}

async function fileClaim(api: Api, client: string, contractNumber: string): Promise<string> {
  const evidence = ['loan-contract', 'disbursement-voucher', 'collection-record', 'classification-record'].map(
    (kind) => ({ kind, reference: `档案-${kind}` }),
  );
  const found = expected(await api.get(client, `/v1/loans?contractNumber=${contractNumber}`));
  const [loan] = found.items as { loanId: string }[];
  const terms = { principalLossFen: principalFen, interestLossFen: 0, evidence, statement: '借款人停产' };
  const claim = expected(await api.post(client, `/v1/loans/${loan?.loanId}/claims`, terms), 201);
  expected(await api.post('office-1', `/v1/claims/${claim.claimId}/acceptance`, { decision: 'accept' }));
  return String(claim.claimId);
}

async function convene(api: Api, claimIds: readonly string[]): Promise<string> {
  const agenda = { title: '联席会议', convenesOn: '2026-06-15', claimIds, inclusionIds: [] };
  return `/v1/meetings/${expected(await api.post('office-1', '/v1/meetings', agenda), 201).meetingId}`;
}

async function voteOnAll(api: Api, unit: string, paths: readonly string[], items: number): Promise<void> {
  for (const path of paths) {
    for (let item = 1; item <= items; item += 1) {
      expected(await api.post(`member-${unit}`, `${path}/votes`, { itemId: `item-${item}`, vote: 'approve' }));
    }
  }
}

const settledClaims = async (api: Api): Promise<readonly Found[]> =>
  expected(await api.get('office-1', '/v1/claims?state=settled&limit=200')).items as Found[];

const settledCount = async (api: Api): Promise<number> => (await settledClaims(api)).length;
