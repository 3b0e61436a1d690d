import { describe, expect, test } from 'vitest';
import type { Role } from '../../shared/contracts/route.ts';
import type { Document } from '../../shared/domain/document.ts';
import type { Loan } from '../../shared/domain/loan.ts';
import type { Caller } from '../../shared/operations/caller.ts';
import { mayReadDocument } from '../../shared/operations/documents/access.ts';
import { loanIn } from '../domain/loan-cases.ts';

const document = { owner: 'rcb', documentId: 'doc-1' } as Document;
const loan: Loan = { ...loanIn.active, institutionId: 'rcb', creditCode: '9133', guarantorId: 'talent-guarantee' };
const by = (role: Role, org: string): Caller => ({ sub: 'somebody', name: 'somebody', org, role });

describe('a document that is evidence of a loan', () => {
  test.each([
    ['bank', 'rcb', true],
    ['bank', 'icbc', false],
    ['office', 'office', true],
    ['auditor', 'audit', true],
    // They read the loan, and not the bank's papers.
    ['enterprise', '9133', false],
    ['guarantor', 'talent-guarantee', false],
    // They read loans of claims and agenda items; this one is of neither.
    ['finance', 'finance-bureau', false],
    ['member', 'science', false],
  ] as const)('%s %s: %s', (role, org, expected) => {
    expect(mayReadDocument(by(role, org), document, [loan])).toBe(expected);
  });

  test('is finance’s to read once the loan was claimed for, and the guarantor’s not even then', () => {
    const claimed: Loan = { ...loan, claimId: 'claim-1' };
    expect(mayReadDocument(by('finance', 'finance-bureau'), document, [loan, claimed])).toBe(true);
    expect(mayReadDocument(by('guarantor', 'talent-guarantee'), document, [claimed])).toBe(false);
    expect(mayReadDocument(by('enterprise', '9133'), document, [claimed])).toBe(false);
    expect(mayReadDocument(by('bank', 'icbc'), document, [claimed])).toBe(false);
  });

  test('is its owner’s whatever the owner is', () => {
    expect(mayReadDocument(by('enterprise', '9133'), { ...document, owner: '9133' }, [])).toBe(true);
    expect(mayReadDocument(by('bank', 'rcb'), { ...document, owner: '9133' }, [loan])).toBe(false);
  });
});
