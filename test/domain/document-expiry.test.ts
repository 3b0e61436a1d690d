import { describe, expect, test } from 'vitest';
import { type Document, type DocumentEvent, documentStateOf, evolveDocument } from '../../shared/domain/document.ts';
import { decideDocumentEnd, dueAfter, keptThroughOf } from '../../shared/domain/document-expiry.ts';

const document = {
  documentId: 'doc-1',
  owner: 'rcb',
  announcedAt: '2026-03-02T02:00:00.000Z',
  keptThrough: '2026-04-01',
  uploadedAt: null,
  links: [],
} as unknown as Document;
const linked: Document = { ...document, links: [{ kind: 'loans', id: 'loan-1' }] };
const eventsOn = (state: Document, day: string) => {
  const decision = decideDocumentEnd(state, day);
  return decision.kind === 'accepted' ? decision.events : [];
};
const after = (state: Document, events: readonly DocumentEvent[]) => events.reduce<Document>(evolveDocument, state);

describe('a document that is evidence of nothing', () => {
  test('is kept for thirty days', () => {
    expect(keptThroughOf('2026-03-02')).toBe('2026-04-01');
  });

  test.each([
    ['2026-03-31', 'awaiting-upload', []],
    ['2026-04-01', 'awaiting-upload', []],
    ['2026-04-02', 'expired', ['document-expired']],
  ] as const)('on %s is %s, and a night writes %j', (day, state, types) => {
    expect(documentStateOf(document, null, day)).toBe(state);
    expect(eventsOn(document, day).map(({ type }) => type)).toEqual(types);
  });

  test('loses its content no sooner than a day after it was said to have expired, and once', () => {
    const expired = after(document, eventsOn(document, '2026-04-02'));
    expect(eventsOn(expired, '2026-04-02')).toEqual([]);
    const gone = eventsOn(expired, '2026-04-03');
    expect(gone).toEqual([{ type: 'document-content-removed', data: { on: '2026-04-03' } }]);
    expect(eventsOn(after(expired, gone), '2027-01-01')).toEqual([]);
    expect(documentStateOf(after(expired, gone), null, '2027-01-01')).toBe('expired');
  });
});

test('a document that is evidence never expires, and one from before such days were set neither', () => {
  const { keptThrough: _, ...before } = document;
  for (const kept of [linked, before]) {
    expect(dueAfter(kept)).toBeNull();
    expect(eventsOn(kept, '2099-01-01')).toEqual([]);
    expect(documentStateOf(kept, null, '2099-01-01')).toBe('awaiting-upload');
  }
});
