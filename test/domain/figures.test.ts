import { describe, expect, test } from 'vitest';
import type { Claim } from '../../shared/domain/claim.ts';
import { countsOfClaim } from '../../shared/domain/claim-figures.ts';
import type { EnterpriseFile, StandingRecord } from '../../shared/domain/enterprise.ts';
import { countsOfListing } from '../../shared/domain/list-figures.ts';
import type { LoanEvent } from '../../shared/domain/loan.ts';
import { countsOfLoan } from '../../shared/domain/loan-figures.ts';
import { aCertificate, anEnterprise, unlisted } from './cases.ts';
import { claimAfter, claimIn, eventOf } from './claim-cases.ts';
import { disbursedLoan, disbursedOn, loanAfter, loanIn } from './loan-cases.ts';

/** After midnight in Shanghai, before it in UTC. */
const at = '2026-03-02T16:30:00.000Z';
const recordedOn = '2026-03-03';

describe('what a loan adds to the figures', () => {
  const loan = loanAfter();
  const guaranteed = { ...loan, guarantorId: 'talent-guarantee' };
  const on = disbursedOn;
  const lent = [
    { on, figure: 'loans/credit', by: 1 },
    { on, figure: 'lentFen/credit', by: 1_000 },
    { on, figure: 'loans#03', by: 1 },
    { on, figure: 'lentFen#03', by: 1_000 },
    { on, figure: 'loans@rcb', by: 1 },
    { on, figure: 'lentFen@rcb', by: 1_000 },
  ];

  test('its disbursement counts it by mode, month and institution, on the day of disbursement', () => {
    expect(countsOfLoan(null, disbursedLoan, loan, at)).toEqual([...lent, { on, figure: 'outFen@rcb', by: 1_000 }]);
  });

  test('a guaranteed one counts for its guarantor as well', () => {
    expect(countsOfLoan(null, disbursedLoan, guaranteed, at)).toEqual([
      ...lent,
      { on, figure: 'guar@talent-guarantee', by: 1 },
      { on, figure: 'guarFen@talent-guarantee', by: 1_000 },
      { on, figure: 'outFen@rcb', by: 1_000 },
      { on, figure: 'guarOutFen@talent-guarantee', by: 1_000 },
    ]);
  });

  const imported = (repaidOn: string | null): LoanEvent =>
    ({ type: 'loan-imported', data: { repaidOn } }) as unknown as LoanEvent;

  test('an imported one takes off what had come back: on the day on which all had, else on the import’s own', () => {
    const out = (day: string, by: number) => ({ on: day, figure: 'outFen@rcb', by });
    expect(countsOfLoan(null, imported(null), { ...loan, outstandingFen: 400 }, at)).toEqual([
      ...lent,
      out(on, 1_000),
      out(recordedOn, -600),
    ]);
    expect(countsOfLoan(null, imported('2026-02-01'), { ...loan, outstandingFen: 0 }, at)).toEqual([
      ...lent,
      out(on, 1_000),
      out('2026-02-01', -1_000),
    ]);
  });

  test('an imported one of which nothing had come back takes nothing off', () => {
    expect(countsOfLoan(null, imported(null), loan, at)).toEqual([...lent, { on, figure: 'outFen@rcb', by: 1_000 }]);
  });

  const repayment: LoanEvent = {
    type: 'loan-repayment-recorded',
    data: { principalFen: 250, interestFen: 9, paidOn: '2026-04-01' },
  };
  const recovery = {
    type: 'loan-recovered',
    data: { principalFen: 300, recoveredOn: '2027-08-01' },
  } as unknown as LoanEvent;

  test('principal that is repaid or recovered is outstanding no more, from its own day on; interest is no figure', () => {
    expect(countsOfLoan(loan, repayment, guaranteed, at)).toEqual([
      { on: '2026-04-01', figure: 'outFen@rcb', by: -250 },
      { on: '2026-04-01', figure: 'guarOutFen@talent-guarantee', by: -250 },
    ]);
    expect(countsOfLoan(loan, recovery, loan, at)).toEqual([{ on: '2027-08-01', figure: 'outFen@rcb', by: -300 }]);
  });

  test('a repayment of interest alone and all other events change nothing', () => {
    const interest: LoanEvent = { ...repayment, data: { ...repayment.data, principalFen: 0 } };
    expect(countsOfLoan(loan, interest, loan, at)).toEqual([]);
    const writtenOff: LoanEvent = { type: 'loan-written-off', data: { on: '2027-06-01', reason: '核销' } };
    expect(countsOfLoan(loan, writtenOff, loanIn['written-off'], at)).toEqual([]);
  });
});

describe('what a claim adds to the figures', () => {
  const counts = (before: Claim | null, type: Parameters<typeof eventOf>[0], after: Claim) =>
    countsOfClaim(before, eventOf(type), after, at);

  test('its first event counts it and what it claims in its state, on the day of the record', () => {
    expect(counts(null, 'claim-submitted', claimIn.submitted)).toEqual([
      { on: recordedOn, figure: 'claims/submitted', by: 1 },
      { on: recordedOn, figure: 'claimedFen/submitted', by: 30_000_000 },
    ]);
  });

  test('a move takes it from one state to the next', () => {
    expect(counts(claimIn.submitted, 'claim-accepted', claimIn.accepted)).toEqual([
      { on: recordedOn, figure: 'claims/submitted', by: -1 },
      { on: recordedOn, figure: 'claimedFen/submitted', by: -30_000_000 },
      { on: recordedOn, figure: 'claims/accepted', by: 1 },
      { on: recordedOn, figure: 'claimedFen/accepted', by: 30_000_000 },
    ]);
  });

  test('an event that leaves the state counts nothing anew; a resubmission, what it claims otherwise', () => {
    expect(counts(claimIn.paid, 'claim-remittance-recorded', claimIn.paid)).toEqual([]);
    const resubmitted = claimAfter(eventOf('claim-resubmitted'));
    expect(counts(claimIn.submitted, 'claim-resubmitted', resubmitted)).toEqual([
      { on: recordedOn, figure: 'claimedFen/submitted', by: -2_000_000 },
    ]);
  });

  test('a settlement counts the fund’s part as compensated, on Shanghai’s day of the settlement', () => {
    expect(counts(claimIn.approved, 'claim-settled', claimIn.settled).at(-1)).toEqual({
      ...{ on: '2023-09-12', figure: 'compFen@rcb', by: 10_000_000 },
    });
  });

  test('what carries over counts once the fund has met it', () => {
    expect(counts(claimIn.settled, 'claim-carried-over', claimIn.settled)).toEqual([
      { on: recordedOn, figure: 'compFen@rcb', by: 8_000_000 },
    ]);
  });
});

describe('what the list adds to the figures', () => {
  const listed = anEnterprise({ certificates: [aCertificate()] });
  const withStanding = (change: Partial<StandingRecord>): EnterpriseFile => ({
    ...listed,
    standing: { ...listed.standing, ...change },
  });
  const refreshed = { type: 'standing-refreshed', data: { standing: listed.standing } } as const;

  test('one that becomes listed counts once, and in each of its categories', () => {
    const both = withStanding({ categories: ['high-tech', 'gazelle'] });
    expect(countsOfListing(unlisted, refreshed, both, at)).toEqual([
      { on: recordedOn, figure: 'listed', by: 1 },
      { on: recordedOn, figure: 'listed/high-tech', by: 1 },
      { on: recordedOn, figure: 'listed/gazelle', by: 1 },
    ]);
    expect(countsOfListing(null, refreshed, listed, at)).toHaveLength(2);
  });

  test('one that loses its listing is taken off; one that was not listed never was counted', () => {
    expect(countsOfListing(listed, refreshed, unlisted, at)).toEqual([
      { on: recordedOn, figure: 'listed', by: -1 },
      { on: recordedOn, figure: 'listed/high-tech', by: -1 },
    ]);
    expect(countsOfListing(unlisted, refreshed, unlisted, at)).toEqual([]);
    expect(countsOfListing(unlisted, refreshed, withStanding({ listed: false }), at)).toEqual([]);
  });

  test('one that only changes category moves from the one to the other', () => {
    expect(countsOfListing(listed, refreshed, withStanding({ categories: ['gazelle'] }), at)).toEqual([
      { on: recordedOn, figure: 'listed/high-tech', by: -1 },
      { on: recordedOn, figure: 'listed/gazelle', by: 1 },
    ]);
  });
});
