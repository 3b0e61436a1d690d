import { describe, expect, test } from 'vitest';
import { csvType } from '../../shared/documents/csv.ts';
import { fileReply, wants } from '../../shared/platform/file-reply.ts';

describe('the reply with a file', () => {
  test('carries a text as UTF-8 and bytes in base64, each to be saved under its name', () => {
    expect(fileReply('x.csv', csvType, '甲')).toMatchObject({
      headers: {
        'content-type': 'text/csv; charset=utf-8',
        'content-disposition': 'attachment; filename="x.csv"',
        vary: 'accept',
      },
      body: '甲',
    });
    expect(fileReply('x.zip', 'application/zip', new Uint8Array([0x50, 0x4b]))).toMatchObject({
      headers: { 'content-type': 'application/zip' },
      body: 'UEs=',
      isBase64Encoded: true,
    });
  });

  test.each([
    ['text/csv', true],
    ['Text/CSV; q=0.9', true],
    ['application/json', false],
    ['*/*', false],
    ['', false],
  ])('for a caller that accepts %j is a sheet: %s', (accept, expected) => {
    expect(wants(accept, csvType)).toBe(expected);
  });
});
