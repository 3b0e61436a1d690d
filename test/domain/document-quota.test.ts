import { describe, expect, test } from 'vitest';
import { announcedMax, refusalOfAnnouncement } from '../../shared/domain/document-quota.ts';

const day = '2026-03-02';
/** Nine in the morning in Shanghai. */
const at = '2026-03-02T01:00:00.000Z';

describe.each(['institution', 'enterprise', 'official'] as const)('what an %s may announce in a day', (family) => {
  const max = announcedMax[family];
  const ask = (documents: number, bytes: number, asked: number) =>
    refusalOfAnnouncement(family, { day, documents, bytes }, { bytes: asked, at });

  test('is so many documents, and not one more', () => {
    expect(ask(0, 0, 1)).toBeNull();
    expect(ask(max.documents - 1, 1_000, 1)).toBeNull();
    expect(ask(max.documents, 1_000, 1)).toMatchObject({
      code: 'too-many-requests',
      facts: { announced: max.documents, announcedMax: max.documents, resumesOn: '2026-03-03' },
    });
  });

  test('is so many bytes, and not one more', () => {
    expect(ask(1, max.bytes - 10, 10)).toBeNull();
    expect(ask(1, max.bytes - 10, 11)).toMatchObject({ facts: { announcedBytes: max.bytes - 10, askedBytes: 11 } });
  });

  test('begins again at midnight in Shanghai, and says in how many seconds', () => {
    expect(ask(max.documents, 0, 1)?.facts.retryAfterSeconds).toBe(15 * 3_600);
  });
});

test('an enterprise may announce less than an institution', () => {
  expect(announcedMax.enterprise.documents).toBeLessThan(announcedMax.institution.documents);
  expect(announcedMax.enterprise.bytes).toBeLessThan(announcedMax.institution.bytes);
});
