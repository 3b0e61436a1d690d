import { beforeAll, describe, expect, test } from 'vitest';
import { addDays, dayAt } from '../../../shared/domain/calendar.ts';
import { documentBytesMax } from '../../../shared/domain/document-type.ts';
import { announcementOf, aPdf, upload } from '../../support/documents.ts';
import { admit, creditCode, list } from '../../support/fixtures.ts';
import {
  auditor,
  bankOf,
  type Claims,
  claimsOf,
  type Handlers,
  officer,
  openHandlers,
} from '../../support/handlers.ts';

let api: Handlers;
const rcb = bankOf('rcb');
const code = creditCode(51);
const today = dayAt(new Date().toISOString());

beforeAll(async () => {
  api = await openHandlers();
  for (const institutionId of ['rcb', 'icbc']) await admit(api.services, institutionId);
  await admit(api.services, 'talent-guarantee', 'guarantor');
  await list(api.services, code);
});

const announce = async (content: Buffer, claims: Claims = rcb, change: object = {}) => {
  const reply = await api.post(claims, '/v1/documents', announcementOf(content, change));
  expect(reply.status, reply.text).toBe(201);
  return reply.body;
};

const pathOf = ({ documentId }: Readonly<Record<string, unknown>>): string => `/v1/documents/${documentId}`;

async function uploaded(content: Buffer, claims: Claims = rcb): Promise<string> {
  const body = await announce(content, claims);
  expect((await upload(body, content)).status).toBe(200);
  return String(body.documentId);
}

async function lend(contractNumber: string): Promise<string> {
  const terms = { creditCode: code, institutionId: 'rcb', amountFen: 1_000_000, termMonths: 12 };
  const guaranteed = { mode: 'guarantee', guarantorId: 'talent-guarantee', purpose: '研发' };
  const { applicationId } = (await api.post(rcb, '/v1/applications', { ...terms, ...guaranteed })).body;
  const path = `/v1/applications/${applicationId}`;
  await api.post(rcb, `${path}/reviews`, { decision: 'approve' });
  const maturesOn = `${Number(today.slice(0, 4)) + 1}-01-31`;
  const report = { amountFen: 1_000_000, disbursedOn: today, maturesOn, contractNumber, annualRateBp: 400 };
  return `/v1/loans/${(await api.post(rcb, `${path}/disbursement`, report)).body.loanId}`;
}

describe('announcing a document', () => {
  test('answers where to upload it, and for how long', async () => {
    const content = aPdf();
    const reply = await api.post(rcb, '/v1/documents', announcementOf(content));
    const { documentId, uploadUrl, expiresAt, announcedAt } = reply.body;
    expect(reply.body).toEqual({
      ...announcementOf(content),
      documentId,
      owner: 'rcb',
      state: 'awaiting-upload',
      announcedAt,
      keptThrough: addDays(today, 30),
      uploadedAt: null,
      uploadUrl,
      headers: {
        'content-type': 'application/pdf',
        'x-amz-checksum-sha256': expect.any(String),
        'if-none-match': '*',
      },
      downloadUrl: null,
      expiresAt,
      version: 1,
    });
    expect(reply.headers).toMatchObject({ location: `/v1/documents/${documentId}`, etag: '"1"' });
    expect(Date.parse(String(expiresAt)) - Date.parse(String(announcedAt))).toBe(15 * 60_000);
  });

  test.each([
    [{ bytes: 0 }, 'bytes', 'too-small'],
    [{ bytes: documentBytesMax + 1 }, 'bytes', 'too-big'],
    [{ bytes: 1.5 }, 'bytes', 'invalid-type'],
    [{ contentType: 'application/x-msdownload' }, 'contentType', 'invalid-value'],
    [{ contentType: 'application/zip', fileName: 'a.zip' }, 'contentType', 'invalid-value'],
    [{ fileName: '../a.pdf' }, 'fileName', 'file-name-invalid'],
    [{ fileName: 'a.exe' }, 'fileName', 'extension-mismatch'],
    [{ sha256: 'AB'.repeat(32) }, 'sha256', 'invalid-format'],
    [{ sha256: 'ab'.repeat(31) }, 'sha256', 'invalid-format'],
    [{ kind: 'Contract' }, 'kind', 'invalid-format'],
    [{ owner: 'icbc' }, 'owner', 'unrecognized-keys'],
  ])('%j is refused for its form', async (change, path, fault) => {
    const reply = await api.post(rcb, '/v1/documents', announcementOf(aPdf(), change));
    expect(reply).toMatchObject({ status: 400, body: { code: 'validation-failed', errors: [{ path, code: fault }] } });
  });

  test.each([1, documentBytesMax])('%i bytes are taken', async (bytes) => {
    expect((await api.post(rcb, '/v1/documents', announcementOf(aPdf(), { bytes }))).status).toBe(201);
  });

  test('is for banks, enterprises and the office, each for itself', async () => {
    for (const claims of [rcb, claimsOf('enterprise', code), officer]) {
      expect(await announce(aPdf(), claims)).toMatchObject({ owner: claims.org });
    }
    for (const role of ['guarantor', 'member', 'finance', 'auditor'] as const) {
      const reply = await api.post(claimsOf(role, 'x'), '/v1/documents', announcementOf(aPdf()));
      expect(reply).toMatchObject({ status: 403, body: { code: 'forbidden' } });
    }
  });

  test('twice with one key gives the first answer byte for byte, its address too', async () => {
    const first = await api.post(rcb, '/v1/documents', announcementOf(aPdf()), { key: 'document-1' });
    const again = await api.post(rcb, '/v1/documents', announcementOf(aPdf()), { key: 'document-1' });
    expect(again.text).toBe(first.text);
    expect(again.headers['idempotency-replayed']).toBe('true');
    const other = await api.post(rcb, '/v1/documents', announcementOf(aPdf(1_001)), { key: 'document-1' });
    expect(other).toMatchObject({ status: 422, body: { code: 'idempotency-key-reused' } });
  });

  test('by one person as two is refused', async () => {
    const operator = { handledBy: '张三', checkedBy: '张三' };
    const reply = await api.post(rcb, '/v1/documents', { ...announcementOf(aPdf()), operator });
    expect(reply).toMatchObject({ status: 403, body: { code: 'four-eyes' } });
  });
});

describe('a document that was uploaded', () => {
  test('can be downloaded as the same bytes under its own name, and no longer uploaded', async () => {
    const content = aPdf(123_456, '合同');
    const announced = await announce(content);
    const before = await api.get(rcb, pathOf(announced));
    expect(before.body).toMatchObject({ state: 'awaiting-upload', uploadUrl: expect.any(String), downloadUrl: null });
    expect((await upload(before.body, content)).status).toBe(200);
    expect((await upload(announced, content)).status).toBe(412);

    const { body } = await api.get(rcb, pathOf(announced));
    expect(body).toMatchObject({ state: 'uploaded', uploadUrl: null, headers: null, uploadedAt: expect.any(String) });
    const download = await fetch(String(body.downloadUrl));
    expect(Buffer.from(await download.arrayBuffer()).equals(content)).toBe(true);
    expect(download.headers.get('content-type')).toBe('application/pdf');
    expect(download.headers.get('content-disposition')).toBe(
      "attachment; filename*=UTF-8''%E5%80%9F%E6%AC%BE%E5%90%88%E5%90%8C%201.pdf",
    );
  });

  test('is refused where a program comes under the name of a PDF', async () => {
    const program = Buffer.from('MZ\u0090\u0000 this program cannot be run', 'latin1');
    const announced = await announce(program);
    expect((await upload(announced, program)).status).toBe(200);
    const { body } = await api.get(rcb, pathOf(announced));
    expect(body).toMatchObject({ state: 'refused', uploadedAt: null, uploadUrl: null, downloadUrl: null });
  });

  test('is seen by its owner, the office and the auditor, and is not there for others', async () => {
    const path = `/v1/documents/${await uploaded(aPdf())}`;
    for (const claims of [rcb, officer, auditor]) {
      expect((await api.get(claims, path)).body.downloadUrl).toEqual(expect.any(String));
    }
    const others = [
      bankOf('icbc'),
      claimsOf('enterprise', code),
      claimsOf('guarantor', 'talent-guarantee'),
      claimsOf('member', 'science'),
      claimsOf('finance', 'finance-bureau'),
    ];
    for (const claims of others) expect((await api.get(claims, path)).status).toBe(404);
    expect((await api.get(rcb, '/v1/documents/doc-none')).status).toBe(404);
  });

  test('is uploaded by its owner alone: the office sees that it is awaited, and gets no address', async () => {
    const announced = await announce(aPdf());
    const { body } = await api.get(officer, pathOf(announced));
    expect(body).toMatchObject({ state: 'awaiting-upload', uploadUrl: null, headers: null, expiresAt: null });
  });
});

describe('evidence that names a document', () => {
  const paper = { kind: 'loan-contract' };

  test('is kept with the loan, and the trail says when the content came', async () => {
    const loan = await lend('HT-1');
    const documentId = await uploaded(aPdf());
    const reply = await api.post(rcb, `${loan}/evidence`, { ...paper, documentId }, { headers: { 'if-match': '"1"' } });
    expect(reply).toMatchObject({ status: 201, body: { version: 2 } });
    expect(reply.body.evidence).toEqual([
      { kind: 'loan-contract', reference: null, documentId, datedOn: null, addedOn: today },
    ]);
    const { body } = await api.get(rcb, `/v1/documents/${documentId}`);
    expect(body).toMatchObject({ state: 'uploaded', version: 3 });
    const verified = await api.get(auditor, `/v1/audit/verification?kind=documents&id=${documentId}`);
    expect(verified.body).toMatchObject({ ok: true, events: 3 });
    const events = await api.get(auditor, '/v1/audit?type=document-linked');
    expect(events.body.items).toMatchObject([{ kind: 'documents', id: documentId, actor: { org: 'rcb' } }]);

    // Named again it is one more piece of evidence, and nothing new of the document.
    expect((await api.post(rcb, `${loan}/evidence`, { ...paper, documentId })).status).toBe(201);
    expect((await api.get(rcb, `/v1/documents/${documentId}`)).body.version).toBe(3);
    const whole = await api.get(auditor, '/v1/audit/verification?kind=documents');
    expect(whole.body).toMatchObject({ ok: true, broken: [] });
  });

  test('opens it neither to the enterprise nor to the guarantor of the loan, who see the loan', async () => {
    const loan = await lend('HT-2');
    const documentId = await uploaded(aPdf());
    await api.post(rcb, `${loan}/evidence`, { ...paper, documentId });
    for (const claims of [claimsOf('enterprise', code), claimsOf('guarantor', 'talent-guarantee')]) {
      expect((await api.get(claims, loan)).body.evidence).toMatchObject([{ documentId }]);
      expect((await api.get(claims, `/v1/documents/${documentId}`)).status).toBe(404);
    }
  });

  test('is refused where the document is not the bank’s own, not there yet, or not what was announced', async () => {
    const loan = await lend('HT-3');
    const refusal = async (documentId: unknown, language = 'en') => {
      const headers = { 'accept-language': language };
      const reply = await api.post(rcb, `${loan}/evidence`, { ...paper, documentId }, { headers });
      expect(reply).toMatchObject({ status: 422, body: { code: 'document-not-valid', rule: 'R20' } });
      return reply.body as { facts: object; detail: string };
    };
    const foreign = await uploaded(aPdf(), bankOf('icbc'));
    const unknown = await refusal('doc-none');
    expect(unknown).toMatchObject({ facts: { documentId: 'doc-none', state: null } });
    expect(await refusal(foreign)).toMatchObject({ facts: { documentId: foreign, state: null } });
    expect(unknown.detail).toBe('You have no document doc-none; announce and upload it first.');

    const awaited = await announce(aPdf());
    expect(await refusal(awaited.documentId)).toMatchObject({ facts: { state: 'awaiting-upload' } });
    expect((await refusal(awaited.documentId, 'zh')).detail).toContain('已登记但尚未上传');

    const program = Buffer.from('#!/bin/sh\n');
    const disguised = await announce(program);
    await upload(disguised, program);
    expect(await refusal(disguised.documentId)).toMatchObject({ facts: { state: 'refused', bytes: 10 } });
    expect((await refusal(disguised.documentId)).detail).toContain(
      'is not what was announced: application/pdf, 10 bytes',
    );

    const { body } = await api.get(rcb, loan);
    expect(body).toMatchObject({ evidence: [], version: 1 });
  });

  test('is refused by the loan’s own rules first', async () => {
    const loan = await lend('HT-4');
    const late = { ...paper, documentId: 'doc-none', datedOn: '2999-01-01' };
    expect((await api.post(rcb, `${loan}/evidence`, late)).body.code).toBe('date-out-of-range');
    expect((await api.post(bankOf('icbc'), `${loan}/evidence`, { ...paper, documentId: 'doc-none' })).status).toBe(404);
  });
});
