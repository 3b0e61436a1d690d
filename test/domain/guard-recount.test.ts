import { describe, expect, test } from 'vitest';
import { type Application, isOpen } from '../../shared/domain/application.ts';
import {
  guardNames,
  guardsOfApplication,
  guardsOfClaim,
  guardsOfEntry,
  guardsOfLoan,
} from '../../shared/domain/guard-recount.ts';
import { appropriationOf, settlementOf } from '../../shared/domain/ledger.ts';
import { code, inState, states } from './cases.ts';
import { claimIn } from './claim-cases.ts';
import { booked, movements } from './ledger-cases.ts';
import { loanIn } from './loan-cases.ts';

describe('what each resource adds to the guarded counters (R30)', () => {
  test('an application: its reservation, at the enterprise and there at the institution', () => {
    expect(guardsOfApplication(inState.submitted)).toEqual([
      [`exposure/${code}`, 300_000_000],
      [`exposure/${code}@rcb`, 300_000_000],
    ]);
    expect(guardsOfApplication(inState.rejected).map(([, by]) => by)).toEqual([0, 0]);
  });

  test('an application that takes an open place of its institution: the place until it ends', () => {
    const placeOf = (application: Application) =>
      guardsOfApplication({ ...application, countsAsOpen: true }).find(([name]) => name === 'open/rcb')?.[1];
    for (const state of states) expect(placeOf(inState[state]), state).toBe(Number(isOpen(inState[state])));
  });

  test('under an agreement: its quota as well', () => {
    expect(guardsOfApplication({ ...inState.submitted, agreementId: 'agr-1' })).toContainEqual([
      'quota/agr-1',
      300_000_000,
    ]);
  });

  test('a loan: what is outstanding, no default, and what was disbursed', () => {
    expect(guardsOfLoan({ ...loanIn.active, outstandingFen: 400, agreementId: 'agr-1' })).toEqual([
      [`exposure/${code}`, 400],
      [`exposure/${code}@rcb`, 400],
      ['quota/agr-1', 400],
      [`defaults/${code}`, 0],
      ['disbursed/rcb', 1_000],
    ]);
  });

  test('a non-performing loan is a default', () => {
    expect(guardsOfLoan(loanIn['non-performing'])).toContainEqual([`defaults/${code}`, 1]);
    expect(guardsOfLoan(loanIn.overdue)).toContainEqual([`defaults/${code}`, 0]);
  });

  const working = (outstandingFen: number | string) => [
    { rule: 'R21', what: 'term-interest', figures: { outstandingFen: 1 } } as const,
    { rule: 'R21', what: 'outstanding-principal', figures: { outstandingFen } } as const,
  ];

  test('a settled claim: the principal that was compensated, of a loss with interest the outstanding one', () => {
    const { settled } = claimIn;
    const compensated = (lossFen: number | null, outstandingFen: number | string) =>
      guardsOfClaim({ ...settled, lossFen, working: working(outstandingFen) });
    expect(compensated(90, 100)).toEqual([['compensated/rcb', 90]]);
    expect(compensated(101, 100)).toEqual([['compensated/rcb', 100]]);
    expect(compensated(null, 100)).toEqual([]);
    expect(compensated(90, '100')).toEqual([]);
    expect(guardsOfClaim({ ...settled, working: null })).toEqual([]);
    expect(guardsOfClaim({ ...settled, working: [] })).toEqual([]);
  });

  test('a settlement’s entry: what it took of its year, of the institution and of the whole fund', () => {
    const [entry] = booked(settlementOf('rcb', 700));
    expect(entry && guardsOfEntry(entry)).toEqual([
      ['settled/rcb/2026', 700],
      ['settled/*/2026', 700],
    ]);
  });

  test('an entry that settles nothing takes nothing of a year', () => {
    const [appropriation] = booked(appropriationOf(700));
    const [payment] = booked(movements.payment('rcb', 700));
    expect(appropriation && guardsOfEntry(appropriation)).toEqual([]);
    expect(payment && guardsOfEntry(payment)).toEqual([]);
    expect(appropriation && guardsOfEntry({ ...appropriation, type: 'settlement' })).toEqual([]);
  });

  test('each counter has a name of its own', () => {
    const names = [
      guardNames.exposure('a'),
      guardNames.exposureAt('a', 'b'),
      guardNames.defaults('a'),
      guardNames.quota('a'),
      guardNames.settled('a', 2026),
      guardNames.disbursed('a'),
      guardNames.compensated('a'),
    ];
    expect(new Set(names).size).toBe(names.length);
  });
});
