import { lossesOf } from './model/breaker.ts';
import type { City } from './model/city.ts';
import { outstandingOf } from './model/exposure.ts';
import { owedOf } from './model/fund.ts';

type Fields = Readonly<Record<string, unknown>>;

const badStates = ['non-performing', 'claimed', 'compensated', 'written-off'];

/** What the store, and every answer, must say of a resource, under the names of api.md; undefined where the model has none. */
export function mirrorOf(city: City, kind: string, id: string): Fields | undefined {
  switch (kind) {
    case 'applications':
      return applicationFields(city, id);
    case 'loans':
      return loanFields(city, id);
    case 'claims':
      return claimFields(city, id);
    case 'meetings':
      return meetingFields(city, id);
    case 'inclusions': {
      const inclusion = city.inclusions.get(id);
      return inclusion && { state: inclusion.state, creditCode: inclusion.code };
    }
    case 'persons': {
      const person = city.persons.get(id);
      return person && { state: person.state, org: person.org, sub: person.sub };
    }
    case 'imports': {
      const found = city.imports.get(id);
      return found && { state: found.state };
    }
    case 'institutions': {
      const found = city.institutions.get(id);
      return found && { institutionId: found.id, kind: found.kind, admissions: found.admissions };
    }
    case 'documents': {
      const found = city.documents.get(id);
      if (!found) return undefined;
      const links = [...found.links].map((link) => ({ kind: link.split(' ')[0], id: link.split(' ')[1] }));
      const ends = { expiredOn: found.expiredOn, contentRemovedOn: found.removedOn };
      return { owner: found.owner, keptThrough: found.keptThrough, links, ...ends };
    }
    case 'policies': {
      const draft = city.drafts.get(id);
      return draft && { state: draft.state, effectiveFrom: draft.version.from };
    }
    default:
      return undefined;
  }
}

function applicationFields(city: City, id: string): Fields | undefined {
  const found = city.applications.get(id);
  return (
    found && {
      creditCode: found.code,
      institutionId: found.bank,
      state: found.state,
      amountFen: found.amountFen,
      approvedAmountFen: found.approvedFen,
      reservedFen: found.reservedFen,
      mode: found.mode,
      guarantorId: found.guarantorId,
      agreementId: found.agreementId,
      policy: found.policy,
      expiresOn: found.expiresOn,
      confirmedOn: found.confirmedOn,
      loanId: found.loanId,
      ...(found.consentConfirmedOn !== null && { consentConfirmedOn: found.consentConfirmedOn }),
    }
  );
}

function loanFields(city: City, id: string): Fields | undefined {
  const found = city.loans.get(id);
  return (
    found && {
      creditCode: found.code,
      institutionId: found.bank,
      mode: found.mode,
      principalFen: found.principalFen,
      outstandingFen: outstandingOf(found),
      disbursedOn: found.disbursedOn,
      maturesOn: found.maturesOn,
      originalMaturesOn: found.originalMaturesOn,
      state: found.state,
      class: found.class,
      interestPaidFen: found.interestPaidFen,
      lastRepaidOn: found.lastRepaidOn,
      extensions: found.extensions,
      policy: found.policy,
      ...(badStates.includes(found.state) && { nonPerformingSince: found.badSince }),
    }
  );
}

function claimFields(city: City, id: string): Fields | undefined {
  const found = city.claims.get(id);
  if (!found) return undefined;
  const { lossFen, fundFen, guarantorFen } = found;
  const shares = lossFen === null ? null : { fundFen, guarantorFen, institutionFen: lossFen - fundFen - guarantorFen };
  return {
    loanId: found.loanId,
    institutionId: found.bank,
    state: found.state,
    claimedFen: found.claimedFen,
    assessedFen: found.assessedFen,
    lossFen,
    shares,
    recoveredFen: found.recoveredFen,
    remittedFen: found.remittedFen,
    heldBackFen: found.heldBackFen,
    voucherNumber: found.voucher,
    paidOn: found.paidOn,
    settlementYear: found.settledYear,
    ...(lossFen !== null && {
      uncoveredFen: found.uncoveredFen,
      setOffFen: found.setOffFen,
      payableFen: found.payableFen,
    }),
  };
}

function meetingFields(city: City, id: string): Fields | undefined {
  const found = city.meetings.get(id);
  return found && { state: found.state, number: found.number, year: found.year };
}

/** What a counter beside the resources must say, by table and key; undefined where the model has none. */
export function counterOf(city: City, table: string, pk: string, sk: string): Fields | undefined {
  if (pk.startsWith('losses#')) return { ...lossesOf(city, pk.slice('losses#'.length)) };
  if (table !== 'fund') return undefined;
  if (pk === 'fund' && sk === 'head') return headFields(city);
  const debts = /^debts#(.+)$/.exec(pk);
  if (debts) {
    const claim = city.claims.get(sk);
    return claim && owedOf(claim) > 0 ? { owed: claim.owed.map(({ fen }) => fen) } : { owed: [] };
  }
  const settled = /^settled#(.+)#(\d+)$/.exec(pk);
  if (!settled) return undefined;
  let settledFen = 0;
  for (const claim of city.claims.values()) {
    if (settled[1] === '*' || claim.bank === settled[1]) settledFen += claim.countedIn.get(Number(settled[2])) ?? 0;
  }
  return { settledFen };
}

function headFields(city: City): Fields {
  const payables = sumOf(city, 'payable:');
  return {
    appropriatedFen: 0 - city.account('appropriated'),
    compensatedFen: city.account('compensation'),
    recoveredFen: 0 - city.account('recovered'),
    cashFen: city.account('cash'),
    payableFen: 0 - payables,
    receivableFen: sumOf(city, 'receivable:'),
    spendableFen: city.account('cash') + payables,
  };
}

function sumOf(city: City, start: string): number {
  let sum = 0;
  for (const [name, balance] of city.accounts) if (name.startsWith(start)) sum += balance;
  return sum;
}
