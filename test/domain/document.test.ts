import { describe, expect, test } from 'vitest';
import {
  type Content,
  type Document,
  type DocumentEvent,
  type DocumentLink,
  decideLink,
  documentStateOf,
  evolveDocument,
  linksMax,
  noSuchDocument,
} from '../../shared/domain/document.ts';

const announced: DocumentEvent = {
  type: 'document-announced',
  data: {
    documentId: 'doc-1',
    owner: 'rcb',
    kind: 'loan-contract',
    fileName: '合同.pdf',
    contentType: 'application/pdf',
    bytes: 1_000,
    sha256: 'ab'.repeat(32),
    announcedAt: '2026-03-02T02:00:00.000Z',
  },
};
const today = '2026-03-02';
const awaited = evolveDocument(null, announced);
const content: Content = {
  bytes: 1_000,
  sha256: 'ab'.repeat(32),
  head: [0x25, 0x50, 0x44, 0x46, 0x2d, 0x31, 0x2e, 0x37],
  storedAt: '2026-03-02T02:05:00.000Z',
};
const uploaded: Document = { ...awaited, uploadedAt: content.storedAt };
const link: DocumentLink = { kind: 'loans', id: 'loan-1' };
const linked = (count: number): readonly DocumentLink[] =>
  Array.from({ length: count }, (_, index) => ({ kind: 'loans', id: `loan-${index + 2}` }));

const unlike: readonly (readonly [string, Partial<Content>])[] = [
  ['a byte shorter', { bytes: 999 }],
  ['a byte longer', { bytes: 1_001 }],
  ['of another hash', { sha256: 'ac'.repeat(32) }],
  ['a program under the name of a PDF', { head: [0x4d, 0x5a, 0x90, 0x00, 0x03, 0x00, 0x00, 0x00] }],
];

describe('a document', () => {
  test('is awaited until its content is there, and uploaded when it is as announced', () => {
    expect(documentStateOf(awaited, null, today)).toBe('awaiting-upload');
    expect(documentStateOf(awaited, content, today)).toBe('uploaded');
  });

  test.each(unlike)('whose content is %s is refused', (_, change) => {
    expect(documentStateOf(awaited, { ...content, ...change }, today)).toBe('refused');
  });

  test('stays uploaded once that is recorded, with no look at its content', () => {
    expect(documentStateOf(uploaded, null, today)).toBe('uploaded');
  });
});

describe('evidence that names a document (R20)', () => {
  test('records the upload where no command has yet, and the link', () => {
    const decision = decideLink(awaited, content, link, today);
    expect(decision).toEqual({
      kind: 'accepted',
      events: [
        { type: 'document-uploaded', data: { uploadedAt: content.storedAt } },
        { type: 'document-linked', data: link },
      ],
    });
  });

  test('has its content come no sooner than it was announced, though the object store counts whole seconds', () => {
    const announcedAt = '2026-03-02T02:05:00.401Z';
    expect(decideLink({ ...awaited, announcedAt }, content, link, today)).toMatchObject({
      events: [{ data: { uploadedAt: announcedAt } }, {}],
    });
  });

  test('records the link alone where the upload is recorded, and nothing where both are', () => {
    const linkedOnly = { kind: 'accepted', events: [{ type: 'document-linked', data: link }] };
    expect(decideLink(uploaded, null, link, today)).toEqual(linkedOnly);
    expect(decideLink(uploaded, { ...content, storedAt: '2026-03-03T00:00:00.000Z' }, link, today)).toEqual(linkedOnly);
    expect(decideLink({ ...uploaded, links: [link] }, null, link, today)).toEqual({ kind: 'accepted', events: [] });
    const ofClaim = { kind: 'claims', id: link.id } as const;
    expect(decideLink({ ...uploaded, links: [link] }, null, ofClaim, today)).toMatchObject({
      events: [{ data: ofClaim }],
    });
  });

  // Each refused row also has too many links, so the table pins the order.
  test.each([
    ['not there yet', null, 'awaiting-upload'],
    ...unlike.map(([name, change]) => [name, change, 'refused'] as const),
  ] as const)('is refused while the content is %s', (_, change, state) => {
    const found = change && { ...content, ...change };
    const decision = decideLink({ ...awaited, links: linked(linksMax) }, found, link, today);
    const { documentId, fileName, contentType, bytes } = awaited;
    const facts = { documentId, state, fileName, contentType, bytes };
    expect(decision).toEqual({ kind: 'refused', rule: 'R20', code: 'document-not-valid', facts });
  });

  test.each([
    [linksMax - 1, 'accepted'],
    [linksMax, 'refused'],
  ])('of a document that is evidence of %i others: %s', (count, expected) => {
    const decision = decideLink({ ...uploaded, links: linked(count) }, null, link, today);
    expect(decision.kind).toBe(expected);
    if (decision.kind === 'refused') {
      expect(decision).toMatchObject({
        ...{ rule: 'R20', code: 'too-many-items', facts: { items: linksMax, itemsMax: linksMax } },
      });
    }
  });

  test('is refused of a document that is not there with nothing but what was asked', () => {
    expect(noSuchDocument('doc-9')).toEqual({
      ...{ kind: 'refused', rule: 'R20', code: 'document-not-valid', facts: { documentId: 'doc-9', state: null } },
    });
  });
});

describe('replay of a document', () => {
  test('begins with what was announced, awaited and evidence of nothing', () => {
    expect(evolveDocument(null, announced)).toEqual({ ...announced.data, uploadedAt: null, links: [] });
  });

  test('gives what was announced, when it came and what it is evidence of', () => {
    const decision = decideLink(awaited, content, link, today);
    if (decision.kind === 'refused') throw new Error(decision.code);
    expect(decision.events.reduce<Document>(evolveDocument, awaited)).toEqual({
      ...announced.data,
      uploadedAt: content.storedAt,
      links: [link],
    });
  });

  test('has nothing before the announcement', () => {
    const event: DocumentEvent = { type: 'document-uploaded', data: { uploadedAt: content.storedAt } };
    expect(() => evolveDocument(null, event)).toThrow('document-announced');
  });
});
