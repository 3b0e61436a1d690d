import { describe, expect, test } from 'vitest';
import type { Role } from '../../shared/contracts/route.ts';
import type { Claim } from '../../shared/domain/claim.ts';
import type { Document } from '../../shared/domain/document.ts';
import type { Inclusion } from '../../shared/domain/inclusion.ts';
import type { Loan } from '../../shared/domain/loan.ts';
import type { Caller } from '../../shared/operations/caller.ts';
import { type Evidenced, mayReadDocument } from '../../shared/operations/documents/access.ts';
import { loanIn } from '../domain/loan-cases.ts';

const document = { owner: 'rcb', ownerFamily: 'institution', documentId: 'doc-1' } as Document;
const loan: Loan = { ...loanIn.active, institutionId: 'rcb', creditCode: '9133', guarantorId: 'talent-guarantee' };
const by = (role: Role, org: string): Caller => ({ sub: 'somebody', name: 'somebody', org, role });
const of = (evidenced: Partial<Evidenced>): Evidenced => ({ loans: [], claims: [], inclusions: [], ...evidenced });

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
    expect(mayReadDocument(by(role, org), document, of({ loans: [loan] }))).toBe(expected);
  });

  test('is finance’s to read once the loan was claimed for, and the guarantor’s not even then', () => {
    const claimed: Loan = { ...loan, claimId: 'claim-1' };
    expect(mayReadDocument(by('finance', 'finance-bureau'), document, of({ loans: [loan, claimed] }))).toBe(true);
    expect(mayReadDocument(by('guarantor', 'talent-guarantee'), document, of({ loans: [claimed] }))).toBe(false);
    expect(mayReadDocument(by('enterprise', '9133'), document, of({ loans: [claimed] }))).toBe(false);
    expect(mayReadDocument(by('bank', 'icbc'), document, of({ loans: [claimed] }))).toBe(false);
  });

  test('is its owner’s whatever the owner is', () => {
    const ofEnterprise = { ...document, owner: '9133', ownerFamily: 'enterprise' } as const;
    expect(mayReadDocument(by('enterprise', '9133'), ofEnterprise, of({}))).toBe(true);
    expect(mayReadDocument(by('bank', 'rcb'), ofEnterprise, of({ loans: [loan] }))).toBe(false);
  });

  test.each([
    ['institution', 'rcb', 'bank', true],
    // One institution, whichever of its roles somebody has.
    ['institution', 'rcb', 'guarantor', true],
    ['institution', 'rcb', 'enterprise', false],
    ['institution', 'rcb', 'finance', false],
    ['official', 'office', 'bank', false],
    ['official', 'office', 'guarantor', false],
    ['official', 'science', 'member', true],
    ['official', 'science', 'bank', false],
    ['enterprise', '91330482MA28A1B2XL', 'bank', false],
    // Announced before families were kept: the id tells.
    [undefined, 'rcb', 'bank', true],
    [undefined, 'office', 'bank', false],
    [undefined, '91330482MA28A1B2XL', 'enterprise', true],
    [undefined, '91330482MA28A1B2XL', 'bank', false],
  ] as const)('of the %s %s is for a %s of the same id: %s', (ownerFamily, owner, role, expected) => {
    const announced = { documentId: 'doc-1', owner, ...(ownerFamily && { ownerFamily }) } as Document;
    expect(mayReadDocument(by(role, owner), announced, of({}))).toBe(expected);
  });
});

describe('a document that is evidence of a claim', () => {
  const claim = {
    claimId: 'claim-1',
    institutionId: 'rcb',
    creditCode: '9133',
    guarantorId: 'talent-guarantee',
  } as Claim;
  const apart = of({ claims: [{ ...claim, meetingId: null }] });
  const onAgenda = of({ claims: [{ ...claim, meetingId: 'meet-1' }] });

  test.each([
    ['finance', 'finance-bureau', true, true],
    ['member', 'science', false, true],
    ['bank', 'icbc', false, false],
    // They read the claim, and not the bank's papers.
    ['enterprise', '9133', false, false],
    ['guarantor', 'talent-guarantee', false, false],
  ] as const)('%s %s: %s, and on an agenda %s', (role, org, before, then) => {
    expect(mayReadDocument(by(role, org), document, apart)).toBe(before);
    expect(mayReadDocument(by(role, org), document, onAgenda)).toBe(then);
  });
});

describe('a document that is evidence of an inclusion', () => {
  const inclusion = { creditCode: '9133', submittedBy: { sub: 's', org: 'rcb', role: 'bank' } } as Inclusion;
  const apart = of({ inclusions: [{ ...inclusion, meetingId: null }] });
  const onAgenda = of({ inclusions: [{ ...inclusion, meetingId: 'meet-1' }] });

  test.each([
    ['member', 'science', false, true],
    ['office', 'office', true, true],
    ['auditor', 'audit', true, true],
    ['finance', 'finance-bureau', false, false],
    ['bank', 'icbc', false, false],
    ['enterprise', '9133', false, false],
  ] as const)('%s %s: %s, and on an agenda %s', (role, org, before, then) => {
    expect(mayReadDocument(by(role, org), document, apart)).toBe(before);
    expect(mayReadDocument(by(role, org), document, onAgenda)).toBe(then);
  });
});
