import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { Api, type Reply } from '../support/api.ts';
import { prepareCity } from '../support/city.ts';
import { announcementOf, aPdf, upload } from '../support/documents.ts';
import { creditCode } from '../support/fixtures.ts';
import { hasOutsideObjects, outsideClock } from '../support/outside-objects.ts';
import { newFolder, type RunningSystem, removeFolder, startSystem } from '../support/system.ts';

const code = creditCode(71);
const now = '2026-03-02T02:00:00.000Z';

describe('documents over HTTP on the running system', () => {
  const folder = newFolder();
  let system: RunningSystem;
  let api: Api;
  beforeAll(async () => {
    system = await startSystem({ folder, now });
    api = new Api(system.url);
    await prepareCity(api, [code]);
  });
  afterAll(async () => {
    await system.stop();
    removeFolder(folder);
  });

  beforeEach(({ skip }) => skip(hasOutsideObjects, outsideClock));

  const announce = async (content: Buffer, client = 'bank-rcb', key?: string): Promise<Reply> => {
    const reply = await api.post(client, '/v1/documents', announcementOf(content), key === undefined ? {} : { key });
    expect(reply.status, reply.text).toBe(201);
    return reply;
  };
  const read = (documentId: unknown, client = 'bank-rcb') => api.get(client, `/v1/documents/${documentId}`);

  async function downloaded(documentId: unknown, client = 'bank-rcb'): Promise<Buffer> {
    const { body } = await read(documentId, client);
    return Buffer.from(await (await fetch(String(body.downloadUrl))).arrayBuffer());
  }

  async function lend(): Promise<string> {
    const application = {
      creditCode: code,
      institutionId: 'rcb',
      amountFen: 1_000_000,
      termMonths: 12,
      mode: 'credit',
      purpose: '研发投入',
    };
    const { applicationId } = (await api.post('bank-rcb', '/v1/applications', application)).body;
    const path = `/v1/applications/${applicationId}`;
    await api.post('bank-rcb', `${path}/reviews`, { decision: 'approve', annualRateBp: 385 });
    const reply = await api.post('bank-rcb', `${path}/disbursement`, {
      amountFen: 1_000_000,
      disbursedOn: '2026-03-02',
      maturesOn: '2027-03-01',
      contractNumber: 'HT-1',
      annualRateBp: 385,
    });
    expect(reply.status, reply.text).toBe(201);
    return `/v1/loans/${reply.body.loanId}`;
  }

  test('a paper is announced, uploaded, evidence of a loan, and fetched by those who may', async () => {
    const content = aPdf(300_000, '借款合同');
    const { body } = await announce(content);
    expect((await read(body.documentId)).body.state).toBe('awaiting-upload');
    expect((await upload(body, aPdf(300_000, '别的合同'))).status).toBe(400);
    expect((await upload(body, aPdf(299_999))).status).toBe(403);
    expect((await read(body.documentId)).body.state).toBe('awaiting-upload');
    expect((await upload(body, content)).status).toBe(200);

    const loan = await lend();
    const paper = { kind: 'loan-contract', documentId: body.documentId };
    const reply = await api.post('bank-rcb', `${loan}/evidence`, paper);
    expect(reply).toMatchObject({ status: 201, body: { evidence: [{ ...paper, addedOn: '2026-03-02' }] } });
    for (const client of ['bank-rcb', 'office-1', 'auditor-1']) {
      expect((await downloaded(body.documentId, client)).equals(content)).toBe(true);
    }
    for (const client of ['bank-icbc', `enterprise:${code}`, 'guarantor-talent', 'finance-1', 'member-science']) {
      expect((await read(body.documentId, client)).status).toBe(404);
    }
    const stolen = await api.post('bank-icbc', '/v1/documents', announcementOf(content), { key: 'document-of-icbc' });
    expect(
      (await api.post('bank-rcb', `${loan}/evidence`, { ...paper, documentId: stolen.body.documentId })).body,
    ).toMatchObject({
      code: 'document-not-valid',
      facts: { state: null },
    });
  });

  test('a paper of an inclusion is the conference’s to fetch once it is on an agenda', async () => {
    const client = `enterprise:${creditCode(72)}`;
    const content = aPdf(2_000, '专利证书');
    const { documentId, ...announced } = (await announce(content, client)).body;
    expect((await upload(announced, content)).status).toBe(200);
    const asked = await api.post(client, `/v1/enterprises/${creditCode(72)}/inclusions`, {
      name: '平湖特纳有限公司',
      innovationNeed: '研发新材料',
      financingLack: '缺乏抵押物',
      evidence: [{ kind: 'patent', documentId }],
    });
    expect(asked, asked.text).toMatchObject({ status: 201, body: { evidence: [{ documentId, reference: null }] } });
    expect((await downloaded(documentId, 'office-1')).equals(content)).toBe(true);
    expect((await read(documentId, 'member-science')).status).toBe(404);

    const plan = {
      title: '第一次会议',
      convenesOn: '2026-03-02',
      claimIds: [],
      inclusionIds: [asked.body.inclusionId],
    };
    expect((await api.post('office-1', '/v1/meetings', plan)).status).toBe(201);
    expect((await downloaded(documentId, 'member-science')).equals(content)).toBe(true);
    for (const stranger of ['bank-rcb', 'finance-1', `enterprise:${code}`]) {
      expect((await read(documentId, stranger)).status).toBe(404);
    }
  });

  test('after kill -9 and a start the document is there byte for byte, and so is the first answer', async () => {
    const content = aPdf(1_000_000, 'kept');
    const first = await announce(content, 'bank-rcb', 'document-kept');
    const awaited = await announce(aPdf(10_000, 'awaited'));
    expect((await upload(first.body, content)).status).toBe(200);
    await system.kill();
    system = await startSystem({ folder });
    api = new Api(system.url);
    expect((await read(first.body.documentId)).body).toMatchObject({ state: 'uploaded' });
    expect((await downloaded(first.body.documentId)).equals(content)).toBe(true);
    const again = await announce(content, 'bank-rcb', 'document-kept');
    expect(again.text).toBe(first.text);
    // Its first address named the port of before; reading gives one that works.
    const { body } = await read(awaited.body.documentId);
    expect((await upload(body, aPdf(10_000, 'awaited'))).status).toBe(200);
    expect((await read(awaited.body.documentId)).body.state).toBe('uploaded');
  });

  test('an address is no good a quarter of an hour later, and reading gives a new one', async () => {
    const content = aPdf(2_000);
    const { body } = await announce(content);
    const stored = await announce(content);
    await upload(stored.body, content);
    const download = String((await read(stored.body.documentId)).body.downloadUrl);
    expect((await fetch(download)).status).toBe(200);
    await api.moveClock(new Date(Date.parse(String(body.expiresAt)) + 1_000).toISOString());
    expect((await upload(body, content)).status).toBe(403);
    expect((await fetch(download)).status).toBe(403);
    expect((await upload((await read(body.documentId)).body, content)).status).toBe(200);
    expect((await downloaded(body.documentId)).equals(content)).toBe(true);
  });
});
