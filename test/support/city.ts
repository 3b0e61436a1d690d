import { type Api, untilImported } from './api.ts';
import { creditCode } from './fixtures.ts';

const today = (): string => new Date(Date.now() + 8 * 3_600_000).toISOString().slice(0, 10);

/** Two banks and a guarantor, admitted long ago, and these enterprises on the list: by the API itself. */
export async function prepareCity(
  api: Api,
  codes: readonly string[],
  { issuedOn = '2020-01-01', validUntil = null as string | null, from = '2018-01-01' } = {},
): Promise<void> {
  const institutions = [
    { institutionId: 'rcb', name: '平湖农商银行', kind: 'bank', creditCode: creditCode(9_000_001) },
    { institutionId: 'icbc', name: '工商银行平湖支行', kind: 'bank', creditCode: creditCode(9_000_002) },
    {
      institutionId: 'talent-guarantee',
      name: '人才科创担保分公司',
      kind: 'guarantor',
      creditCode: creditCode(9_000_003),
    },
  ];
  for (const institution of institutions) {
    expectStatus(await api.post('office-1', '/v1/institutions', institution), 201);
    const admission = { state: 'admitted', from, reason: '准入' };
    expectStatus(await api.post('office-1', `/v1/institutions/${institution.institutionId}/admission`, admission), 200);
  }
  const rows = codes.map((code, index) => ({
    creditCode: code,
    name: `平湖第${index + 1}科技有限公司`,
    issuedOn,
    validUntil,
  }));
  await importRows(api, rows);
}

/** Imports rows into a category and waits until the worker is done. */
export async function importRows(
  api: Api,
  rows: readonly object[],
  { category = 'high-tech', mode = 'merge' } = {},
): Promise<Readonly<Record<string, unknown>>> {
  const source = { title: `认定名单 ${today()}` };
  const accepted = expectStatus(await api.post('office-1', '/v1/imports', { category, mode, source, rows }), 202);
  return untilImported(api, String(accepted.body.importId));
}

function expectStatus(reply: Awaited<ReturnType<Api['post']>>, status: number) {
  if (reply.status !== status) throw new Error(`${reply.status} in place of ${status}: ${reply.text}`);
  return reply;
}
