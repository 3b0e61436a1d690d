import { crc32, inflateRawSync } from 'node:zlib';
import { beforeAll, describe, expect, test } from 'vitest';
import { dayAt } from '../../../shared/domain/calendar.ts';
import { units } from '../../operations/conference/conference-city.ts';
import { creditCode } from '../../support/fixtures.ts';
import { bankOf, claimsOf, type Handlers, officer, openHandlers } from '../../support/handlers.ts';

const docx = 'application/vnd.openxmlformats-officedocument.wordprocessingml.document';
const hostile = `</td><script>alert("1")</script> & 'x' \u0007\u000b第二行\n第三行`;
const today = dayAt(new Date().toISOString());
let api: Handlers;
let meetingId: string;
let inclusionId: string;

beforeAll(async () => {
  api = await openHandlers();
  const body = { name: '平湖<新>材料有限公司', innovationNeed: hostile, financingLack: '无抵押物', evidence: [] };
  const asked = await api.post(bankOf('rcb'), `/v1/enterprises/${creditCode(71)}/inclusions`, body);
  inclusionId = String(asked.body.inclusionId);
  const plan = { title: '关于<特别纳入>的会议', convenesOn: today, claimIds: [], inclusionIds: [inclusionId] };
  meetingId = String((await api.post(officer, '/v1/meetings', plan)).body.meetingId);
  for (const [index, unit] of units.entries()) {
    const vote = ['recuse', 'abstain', 'reject'][index] ?? 'approve';
    const ballot = { itemId: 'item-1', vote, opinion: index === 2 ? hostile : null };
    await api.post(claimsOf('member', unit), `/v1/meetings/${meetingId}/votes`, ballot);
  }
});

const minutes = (accept: string, claims = officer) => api.get(claims, `/v1/meetings/${meetingId}/minutes`, { accept });
const resolve = () =>
  api.post(officer, `/v1/meetings/${meetingId}/resolution`, { items: [{ itemId: 'item-1', note: '请跟踪' }] });

/** The files of a ZIP archive by its own directory, each checked against its checksum. */
function unzip(zip: Buffer): ReadonlyMap<string, string> {
  const end = zip.lastIndexOf(Buffer.from([0x50, 0x4b, 0x05, 0x06]));
  const files = new Map<string, string>();
  let at = zip.readUInt32LE(end + 16);
  for (let left = zip.readUInt16LE(end + 10); left > 0; left -= 1) {
    expect(zip.readUInt32LE(at)).toBe(0x02014b50);
    const [checksum, packed, size, nameBytes] = [16, 20, 24]
      .map((offset) => zip.readUInt32LE(at + offset))
      .concat(zip.readUInt16LE(at + 28)) as [number, number, number, number];
    const name = zip.toString('utf8', at + 46, at + 46 + nameBytes);
    const local = zip.readUInt32LE(at + 42);
    const data = local + 30 + zip.readUInt16LE(local + 26) + zip.readUInt16LE(local + 28);
    const bytes = inflateRawSync(zip.subarray(data, data + packed));
    expect([bytes.length, crc32(bytes)]).toEqual([size, checksum]);
    files.set(name, bytes.toString('utf8'));
    at += 46 + nameBytes;
  }
  return files;
}

describe('the minutes of a meeting', () => {
  test('are a draft until the resolution', async () => {
    const { status, text, headers } = await minutes('text/html');
    expect([status, headers['content-type']]).toEqual([200, 'text/html; charset=utf-8']);
    expect(text).toContain('草稿');
    expect(text).not.toContain('SHA-256');
  });

  test('say units, votes, opinions, outcome and the hash of the resolution, as HTML that prints on A4', async () => {
    await resolve();
    const { text, headers } = await minutes('text/html,application/xhtml+xml');
    const record = (await api.get(officer, `/v1/meetings/${meetingId}`)).body;
    for (const words of [
      '科技局',
      '人民银行',
      '回避',
      '弃权',
      '同意 4、不同意 1、弃权 1、回避 1；计票单位 6 个',
      '结果：通过',
      '备注：请跟踪',
      inclusionId,
      creditCode(71),
      String(record.resolutionHash),
      'size:A4',
    ]) {
      expect(text).toContain(words);
    }
    expect(text).not.toContain('草稿');
    expect(headers['content-security-policy']).toContain("default-src 'none'");
  });

  test('carry whatever was written as text alone', async () => {
    const { text } = await minutes('*/*');
    expect(text).not.toMatch(/<script|<新>|<特别/);
    expect(text).toContain('&lt;script&gt;alert(&quot;1&quot;)&lt;/script&gt; &amp; &#39;x&#39; 第二行\n第三行');
    expect(text).toContain('平湖&lt;新&gt;材料有限公司');
  });

  test('come for a word processor where that is accepted: three parts, whole, the same facts', async () => {
    const { text, headers } = await minutes(docx);
    expect(headers).toMatchObject({
      'content-type': docx,
      'content-disposition': `attachment; filename="${meetingId}.docx"`,
    });
    const files = unzip(Buffer.from(text, 'base64'));
    expect([...files.keys()]).toEqual(['[Content_Types].xml', '_rels/.rels', 'word/document.xml']);
    const document = files.get('word/document.xml') ?? '';
    expect(document).toContain('w:w="11906" w:h="16838"');
    expect(document).toContain('同意 4、不同意 1、弃权 1、回避 1；计票单位 6 个');
    expect(document).toContain('第二行</w:t><w:br/><w:t xml:space="preserve">第三行');
    expect(document).not.toMatch(/<script|(?![\t\n\r])\p{Cc}/u);
    // Every tag that opens closes in its order.
    const open: string[] = [];
    for (const [, close, name, selfClosed] of document.matchAll(/<(\/?)([\w:]+)[^<>]*?(\/?)>/g)) {
      if (close) expect(open.pop()).toBe(name);
      else if (!selfClosed) open.push(String(name));
    }
    expect(open).toEqual([]);
  });

  test('are for those who see the meeting; of one that is not there there are none', async () => {
    expect((await minutes('text/html', claimsOf('finance', 'finance-bureau'))).status).toBe(200);
    expect((await minutes('text/html', bankOf('rcb'))).status).toBe(403);
    expect((await api.get(officer, '/v1/meetings/mtg-none/minutes')).status).toBe(404);
  });
});
