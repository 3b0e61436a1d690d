import { beforeAll, describe, expect, test } from 'vitest';
import { announcementOf, aPdf } from '../../support/documents.ts';
import { admit, creditCode, list } from '../../support/fixtures.ts';
import { bankOf, claimsOf, type HandlerReply, type Handlers, officer, openHandlers } from '../../support/handlers.ts';

let api: Handlers;
const code = creditCode(31);
const wide = code.replace(/[A-Z]/g, (letter) => String.fromCharCode(letter.charCodeAt(0) + 0xfee0)).toLowerCase();

beforeAll(async () => {
  api = await openHandlers();
  for (const institutionId of ['rcb', 'icbc']) await admit(api.services, institutionId);
  await list(api.services, code);
});

const application = {
  creditCode: code,
  institutionId: 'rcb',
  amountFen: 1000,
  termMonths: 12,
  mode: 'credit',
  purpose: '研发',
};
const apply = (body: unknown, request = {}, claims: Parameters<Handlers['post']>[0] = bankOf('rcb')) =>
  api.post(claims, '/v1/applications', body, request);
const faults = ({ status, body }: HandlerReply) => [
  status,
  body.code,
  ...((body.errors ?? []) as { path: string; code: string }[]).map((error) => `${error.path}: ${error.code}`),
];

describe('the order of checks', () => {
  const large = `"${'x'.repeat(1024 * 1024)}"`;
  const path = '/v1/applications/none/withdrawal';
  // Each row breaks its own check and every later one.
  test.each([
    ['size', null, large, { headers: { 'content-type': 'text/csv' }, key: null }, 413, 'too-large'],
    ['media type', null, '{', { headers: { 'content-type': 'text/csv' }, key: null }, 415, 'unsupported-media-type'],
    ['token', null, '{', { key: null }, 401, 'unauthenticated'],
    ['role', claimsOf('office', 'office'), '{', { key: null }, 403, 'forbidden'],
    ['key', bankOf('rcb'), '{', { key: null }, 400, 'idempotency-key-missing'],
    ['form', bankOf('rcb'), '{', {}, 400, 'validation-failed'],
    ['resource', bankOf('rcb'), '{}', { headers: { 'if-match': '"9"' } }, 404, 'not-found'],
  ] as const)('%s', async (_, claims, body, request, status, refusal) => {
    const reply = await api.post(claims, path, body, request);
    expect([reply.status, reply.body.code]).toEqual([status, refusal]);
  });

  test('another’s resource is not there; then the version; then two persons; then the state', async () => {
    const { applicationId } = (await apply(application)).body;
    const own = `/v1/applications/${applicationId}/withdrawal`;
    const same = { operator: { handledBy: '张三', checkedBy: '张三' } };
    const stale = { headers: { 'if-match': '"9"' } };
    expect((await api.post(bankOf('icbc'), own, same, stale)).body.code).toBe('not-found');
    expect((await api.post(bankOf('rcb'), own, same, stale)).body.code).toBe('version-mismatch');
    expect((await api.post(bankOf('rcb'), own, same)).body.code).toBe('four-eyes');
    expect((await api.post(bankOf('rcb'), own)).status).toBe(200);
    expect((await api.post(bankOf('rcb'), own, same)).body.code).toBe('four-eyes');
    expect((await api.post(bankOf('rcb'), own)).body.code).toBe('state-conflict');
  });

  test.each([
    ['王芳', '王 芳', 'a blank'],
    ['Wang Fang', 'WANG FANG', 'case'],
    ['Wang', 'Ｗａｎｇ', 'full width'],
    ['王芳', '王芳\u3164', 'a letter that is drawn as nothing'],
    ['王芳', '王\u{e0101}芳', 'a mark of how a character is drawn'],
  ])('%s and %s are one person, who did not check: %s', async (handledBy, checkedBy) => {
    const reply = await apply({ ...application, operator: { handledBy, checkedBy } });
    expect([reply.status, reply.body.code]).toEqual([403, 'four-eyes']);
  });

  test.each([
    ['王\u200b芳', 'a zero-width space'],
    ['王\u202e芳', 'a mark of direction'],
    ['王\u0000芳', 'NUL'],
    ['——', 'no letter at all'],
    ['\u3164', 'a letter that is drawn as nothing, alone'],
  ])('%j is no name of a person: %s', async (checkedBy) => {
    const reply = await apply({ ...application, operator: { handledBy: '王芳', checkedBy } });
    expect(faults(reply)).toEqual([400, 'validation-failed', 'operator.checkedBy: person-name-invalid']);
  });

  test('another institution or credit code in the body is refused before the key is looked at', async () => {
    const key = 'the-order-of-keys';
    expect((await apply(application, { key })).status).toBe(201);
    const named = await apply({ ...application, institutionId: 'icbc' }, { key });
    expect(named.body).toMatchObject({ code: 'forbidden', facts: { named: 'icbc', own: 'rcb' } });
    const enterprise = claimsOf('enterprise', creditCode(32));
    expect((await apply(application, {}, enterprise)).body.code).toBe('forbidden');
  });
});

describe('an Idempotency-Key', () => {
  test('keeps an answer of at most 32 KiB, however long the texts that are taken', async () => {
    const long = '长'.repeat(2000);
    const additionalSecurity = Array(3).fill({ kind: 'other', description: long });
    const { status, body } = await apply({ ...application, purpose: long, additionalSecurity });
    expect(status).toBe(201);
    const path = `/v1/applications/${body.applicationId}/reviews`;
    const returned = await api.post(bankOf('rcb'), path, { decision: 'return', reason: long });
    expect(Buffer.byteLength(returned.text)).toBeLessThanOrEqual(32 * 1024);
    const more = [...additionalSecurity, { kind: 'other', description: '长' }];
    expect(faults(await apply({ ...application, additionalSecurity: more }))).toEqual([
      400,
      'validation-failed',
      'additionalSecurity: descriptions-too-long',
    ]);
  });

  test('brings the first answer again, byte for byte', async () => {
    const key = 'again-and-again';
    const first = await apply(application, { key });
    expect(first.headers['idempotency-replayed']).toBeUndefined();
    const second = await apply(application, { key });
    expect(second).toMatchObject({ status: 201, text: first.text, headers: { etag: '"1"' } });
    expect(second.headers['idempotency-replayed']).toBe('true');
    expect(second.headers.location).toBe(first.headers.location);
  });

  test('means the same request in whatever order and spacing its JSON is written', async () => {
    const key = 'written-otherwise';
    const first = await apply(application, { key });
    const otherwise = JSON.stringify(Object.fromEntries(Object.entries(application).reverse()), null, 2);
    expect((await apply(otherwise, { key })).text).toBe(first.text);
  });

  test('of the office is not a bank’s that has the same organisation in its tokens, nor are its papers', async () => {
    const key = 'one-key-of-two-families';
    const paper = announcementOf(aPdf());
    const first = await api.post(claimsOf('office', 'hq'), '/v1/documents', paper, { key });
    const second = await api.post(bankOf('hq'), '/v1/documents', paper, { key });
    expect([first.status, second.status]).toEqual([201, 201]);
    expect(second.body.documentId).not.toBe(first.body.documentId);
    expect((await api.get(bankOf('hq'), `/v1/documents/${first.body.documentId}`)).status).toBe(404);
    expect((await api.post(claimsOf('office', 'hq'), '/v1/documents', paper, { key })).text).toBe(first.text);
  });

  test('of another request is refused, and of another organisation is another key', async () => {
    const key = 'used-for-another';
    await apply(application, { key });
    expect((await apply({ ...application, amountFen: 1001 }, { key })).body.code).toBe('idempotency-key-reused');
    const elsewhere = await apply({ ...application, institutionId: 'icbc' }, { key }, bankOf('icbc'));
    expect(elsewhere.status).toBe(201);
    expect((await api.post(bankOf('rcb'), '/v1/applications/x/withdrawal', {}, { key })).body.code).toBe(
      'idempotency-key-reused',
    );
  });

  test('is free again after a refusal', async () => {
    const key = 'refused-at-first';
    expect((await apply({ ...application, amountFen: 2_000_000_000 }, { key })).body.code).toBe('cap-exceeded');
    expect((await apply(application, { key })).status).toBe(201);
  });

  test.each([null, '', '1234567', 'x'.repeat(65), 'has a blank', 'umläuten', 'tab\there'])(
    'may not be %j',
    async (key) => {
      expect((await apply(application, { key })).body.code).toBe('idempotency-key-missing');
    },
  );

  test.each(['12345678', 'x'.repeat(64), '!~"#$%&/()=?'])('may be %j', async (key) => {
    expect((await apply(application, { key })).status).toBe(201);
  });
});

describe('the form of a request', () => {
  test.each([
    ['a fraction', { amountFen: 1000.5 }, 'amountFen: invalid-type'],
    ['a text', { amountFen: '1000' }, 'amountFen: invalid-type'],
    ['nothing', { amountFen: null }, 'amountFen: invalid-type'],
    ['zero', { amountFen: 0 }, 'amountFen: too-small'],
    ['below zero', { amountFen: -1 }, 'amountFen: too-small'],
    ['an unsafe integer', { amountFen: 2 ** 53 }, 'amountFen: too-big'],
    ['a term of no months', { termMonths: 0 }, 'termMonths: too-small'],
    ['a mode that is none', { mode: 'gift' }, 'mode: invalid-value'],
    ['a blank text', { purpose: '   ' }, 'purpose: too-small'],
    ['a text that is too long', { purpose: '长'.repeat(2001) }, 'purpose: too-big'],
    ['a wrong credit code', { creditCode: `${code.slice(0, 17)}!` }, 'creditCode: credit-code-invalid'],
    ['an unknown field', { amountfen: 1 }, 'amountfen: unrecognized-keys'],
    [
      'an unknown field inside',
      { operator: { handledBy: 'a', checkedBy: 'b', by: 'c' } },
      'operator.by: unrecognized-keys',
    ],
    ['an institution’s id in capitals', { institutionId: 'RCB' }, 'institutionId: invalid-format'],
    [
      'an entry too many',
      { additionalSecurity: Array(21).fill({ kind: 'a', description: 'b' }) },
      'additionalSecurity: too-big',
    ],
  ] as const)('%s is refused at its path', async (_, change, error) => {
    expect(faults(await apply({ ...application, ...change }))).toEqual([400, 'validation-failed', error]);
  });

  test.each([
    ['no JSON', '{"amountFen":', ': json-invalid'],
    ['a list', '[]', ': invalid-type'],
    ['a bare null', 'null', ': invalid-type'],
    ['half a character', JSON.stringify(application).replace('研发', '\\ud800'), ': json-not-interchangeable'],
    ['a number beyond numbers', JSON.stringify(application).replace('1000', '1e400'), ': json-not-interchangeable'],
    ['a member twice', JSON.stringify(application).replace('{', '{"amountFen":5,'), 'amountFen: member-repeated'],
    [
      'a member twice under another spelling',
      `{"\\u0061mountFen":5,${JSON.stringify(application).slice(1)}`,
      'amountFen: member-repeated',
    ],
    ['a hundred thousand brackets', '['.repeat(100_000) + ']'.repeat(100_000), ': json-too-deep'],
    [
      'a prototype',
      JSON.stringify(application).replace('{', '{"__proto__":{"amountFen":5},'),
      '__proto__: unrecognized-keys',
    ],
    ['a constructor', JSON.stringify(application).replace('{', '{"constructor":1,'), 'constructor: unrecognized-keys'],
  ] as const)('a body with %s is refused', async (_, body, error) => {
    expect(faults(await apply(body))).toEqual([400, 'validation-failed', error]);
  });

  test('bytes that are not UTF-8 are refused', async () => {
    const bytes = Buffer.concat([Buffer.from('{"reason":"'), Buffer.from([0xff, 0xfe]), Buffer.from('"}')]);
    const { handler } = await import('../../../functions/http/applications/withdraw.ts');
    const { eventOf } = await import('../../support/handlers.ts');
    const event = eventOf('POST', bankOf('rcb'), '/v1/applications/x/withdrawal', { body: bytes.toString('base64') });
    const asked = { ...event, isBase64Encoded: true, pathParameters: { applicationId: 'x' } };
    const reply = await handler(asked, { getRemainingTimeInMillis: () => 9000 } as never);
    expect(JSON.parse(reply.body)).toMatchObject({ code: 'validation-failed', errors: [{ code: 'json-invalid' }] });
  });

  test('says every fault at once, up to a hundred, in the caller’s language', async () => {
    const reply = await apply({ extra: 1 }, { headers: { 'accept-language': 'zh' } });
    expect((reply.body.errors as object[]).length).toBe(7);
    expect(JSON.stringify(reply.body.errors)).toMatch(/必填字段不能缺少/);
    const many = await apply({ ...application, additionalSecurity: Array(5000).fill(1) });
    expect((many.body.errors as object[]).length).toBeLessThanOrEqual(100);
  });

  test('texts are kept without the blanks around them, credit codes in their normal form', async () => {
    const reply = await apply({ ...application, creditCode: ` ${wide} `, purpose: '  研发 \n' });
    expect(reply.body).toMatchObject({ creditCode: code, purpose: '研发' });
  });

  test('an operator comes into the trail', async () => {
    const operator = { handledBy: '张三', checkedBy: '李四' };
    const { applicationId } = (await apply({ ...application, operator })).body;
    const { body } = await api.get(bankOf('rcb'), `/v1/applications/${applicationId}/history`);
    expect(body).toMatchObject({ items: [{ actor: { org: 'rcb', role: 'bank', operator } }] });
  });

  test.each(['3', '"x"', '"1", "2"', '""', '"1e3"'])('an If-Match of %j is refused', async (value) => {
    const reply = await api.post(
      bankOf('rcb'),
      '/v1/applications/x/withdrawal',
      {},
      { headers: { 'if-match': value } },
    );
    expect(faults(reply)).toEqual([400, 'validation-failed', 'header.If-Match: if-match-invalid']);
  });

  test('an If-Match of * is for any version', async () => {
    const { applicationId } = (await apply(application)).body;
    const reply = await api.post(bankOf('rcb'), `/v1/applications/${applicationId}/withdrawal`, undefined, {
      headers: { 'if-match': '*' },
    });
    expect(reply.status).toBe(200);
    expect(reply.headers.etag).toBe('"2"');
  });
});

describe('a list', () => {
  test('goes on from its cursor to its last page, which says that it is the last', async () => {
    const other = claimsOf('bank', 'icbc', 'reader');
    const all = (await api.get(other, '/v1/applications')).body.items as object[];
    const exact = await api.get(other, `/v1/applications?limit=${all.length}`);
    expect(exact.body).toMatchObject({ nextCursor: null });
  });

  test.each([
    ['limit=0', 'limit: too-small'],
    ['limit=201', 'limit: too-big'],
    ['limit=ten', 'limit: digits-needed'],
    ['limit=', 'limit: digits-needed'],
    ['limit=1e1', 'limit: digits-needed'],
    ['state=gone', 'state: invalid-value'],
    ['status=submitted', 'status: unrecognized-keys'],
  ])('refuses ?%s', async (query, error) => {
    expect(faults(await api.get(officer, `/v1/applications?${query}`))).toEqual([400, 'validation-failed', error]);
  });

  test.each(['', 'x', 'e30.AAAA', '%00', 'A'.repeat(5000)])('refuses the cursor %j', async (cursor) => {
    const reply = await api.get(officer, `/v1/applications?cursor=${encodeURIComponent(cursor)}`);
    expect([reply.status, reply.body.code]).toEqual([400, 'cursor-invalid']);
  });

  test('refuses the cursor of another person, filter or list', async () => {
    const page = await api.get(officer, '/v1/applications?limit=1&state=submitted');
    const cursor = encodeURIComponent(String(page.body.nextCursor));
    expect((await api.get(officer, `/v1/applications?state=submitted&cursor=${cursor}`)).status).toBe(200);
    for (const [claims, path] of [
      [claimsOf('office', 'office', 'office-2'), `/v1/applications?state=submitted&cursor=${cursor}`],
      [officer, `/v1/applications?cursor=${cursor}`],
      [officer, `/v1/loans?cursor=${cursor}`],
    ] as const) {
      expect((await api.get(claims, path)).body.code).toBe('cursor-invalid');
    }
  });

  test('a caller without a role for it, or without an organisation, gets nothing', async () => {
    expect((await api.get(null, '/v1/applications')).status).toBe(401);
    expect((await api.get({ sub: 'x', org: '', roles: ['office'] }, '/v1/applications')).status).toBe(401);
    expect((await api.get({ sub: 'x', org: 'rcb', roles: [] }, '/v1/applications')).status).toBe(403);
  });
});
