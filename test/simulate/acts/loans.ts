import { addEvidence } from '../../../shared/operations/loans/add-evidence.ts';
import { classifyLoan } from '../../../shared/operations/loans/classify.ts';
import { extendLoan } from '../../../shared/operations/loans/extend.ts';
import { recordRepayment } from '../../../shared/operations/loans/repay.ts';
import { writeOffLoan } from '../../../shared/operations/loans/write-off.ts';
import { bank } from '../../support/fixtures.ts';
import type { Loan } from '../model/city.ts';
import { plusDays } from '../model/days.ts';
import { againstPaper } from '../model/documents.ts';
import { outstandingOf } from '../model/exposure.ts';
import {
  againstClass,
  againstExtension,
  againstRepayment,
  againstWriteOff,
  classify,
  extend,
  letDaysPass,
  repay,
  writeOff,
} from '../model/servicing.ts';
import { type Act, fitting, oneOf, type Scene, someDay } from './context.ts';

const someLoan = (scene: Scene, states: readonly string[]): Loan | undefined =>
  oneOf(
    scene,
    fitting(scene, [...scene.city.loans.values()], ({ state }) => states.includes(state)),
  );

export const repayLoan: Act = (scene) => {
  const loan = someLoan(scene, ['active', 'overdue', 'non-performing', 'claimed', 'written-off']);
  if (!loan) return null;
  const { chance } = scene;
  const left = outstandingOf(loan);
  const principalFen = chance.weighted([
    [30, Math.floor((left * chance.between(1, 90)) / 100)],
    [14, left],
    [6, left + 1],
    [10, 0],
  ]);
  const repayment = {
    principalFen,
    interestFen: chance.between(principalFen === 0 ? 1 : 0, 5_000_00),
    paidOn: someDay(scene),
  };
  return {
    kind: 'repay',
    caller: bank(loan.bank),
    says: `${loan.bank} reports ${principalFen} + ${repayment.interestFen} of ${loan.id} paid on ${repayment.paidOn}`,
    on: ['loans', loan.id],
    send: (services, context) => recordRepayment(services, context, loan.id, repayment),
    against: (city, { today }) => againstRepayment(city, loan, repayment, today),
    apply: (city, _body, { today }) => repay(city, loan, repayment, today),
  };
};

export const extendTerm: Act = (scene) => {
  const loan = someLoan(scene, ['active', 'overdue']);
  if (!loan) return null;
  const maturesOn = plusDays(
    loan.maturesOn,
    scene.chance.weighted([
      [60, scene.chance.between(1, 200)],
      [20, 365],
      [10, 366],
      [10, 0],
    ]),
  );
  return {
    kind: 'extend',
    caller: bank(loan.bank),
    says: `${loan.bank} extends ${loan.id} from ${loan.maturesOn} to ${maturesOn}`,
    on: ['loans', loan.id],
    send: (services, context) => extendLoan(services, context, loan.id, { maturesOn, reason: '回款延迟' }),
    against: (city, { today }) => againstExtension(city, loan, maturesOn, today),
    apply: (city, _body, { today }) => extend(city, loan, maturesOn, today),
  };
};

const classes = ['normal', 'special-mention', 'substandard', 'doubtful', 'loss'] as const;

const classing = (scene: Scene, loan: Loan, to: (typeof classes)[number]): ReturnType<Act> => {
  const { chance } = scene;
  const unpaid = chance.isIn(30) ? chance.between(0, 20_000_00) : null;
  const asOf = chance.isIn(85) ? scene.today : someDay(scene);
  const report = { class: to, asOf, overdueDays: chance.isIn(85) ? 0 : chance.between(1, 120), unpaidFen: unpaid };
  return {
    kind: 'classify',
    caller: bank(loan.bank),
    says: `${loan.bank} classes ${loan.id} as ${to} on ${asOf}, ${report.overdueDays} days overdue`,
    on: ['loans', loan.id],
    send: (services, context) =>
      classifyLoan(services, context, loan.id, {
        ...{ class: to, asOf, overdueDays: report.overdueDays, unpaidInterestFen: unpaid, reason: null },
      }),
    against: (city, { today }) => againstClass(city, loan, report, today),
    apply: (city, _body, { today }) => classify(city, loan, report, today),
  };
};

export const classifyAny: Act = (scene) => {
  const loan = someLoan(scene, ['active', 'overdue', 'non-performing', 'compensated']);
  return loan ? classing(scene, loan, scene.chance.one(classes)) : null;
};

/** A loan goes bad. */
export const classifyBad: Act = (scene) => {
  const loan = someLoan(scene, ['active', 'overdue']);
  return loan ? classing(scene, loan, 'substandard') : null;
};

export const writeOffBad: Act = (scene) => {
  const loan = someLoan(scene, ['non-performing', 'compensated']);
  if (!loan) return null;
  const on = someDay(scene);
  return {
    kind: 'write-off',
    caller: bank(loan.bank),
    says: `${loan.bank} writes ${loan.id} off on ${on}`,
    on: ['loans', loan.id],
    send: (services, context) => writeOffLoan(services, context, loan.id, { on, reason: '核销' }),
    against: (city, { today }) => againstWriteOff(city, loan, on, today),
    apply: (city, _body, { today }) => writeOff(city, loan, today),
  };
};

export const keepPaper: Act = (scene) => {
  const loan = someLoan(scene, ['active', 'overdue', 'non-performing']);
  if (!loan) return null;
  const { chance, city } = scene;
  const own = [...city.documents.values()].filter((each) => againstPaper(each, loan.bank, scene.today).length === 0);
  const document = chance.isIn(50)
    ? chance.oneOrNone(fitting(scene, [...city.documents.values()], (each) => own.includes(each)))
    : undefined;
  const kind = chance.one(['loan-contract', 'disbursement-voucher', 'collection-record', 'other-paper']);
  return {
    kind: 'add-evidence',
    caller: bank(loan.bank),
    says: `${loan.bank} keeps a ${kind} with ${loan.id} ${document?.id ?? ''}`,
    on: ['loans', loan.id],
    send: (services, context) =>
      addEvidence(services, context, loan.id, {
        ...{ kind, reference: 'A-1', documentId: document?.id ?? null, datedOn: null },
      }),
    against: (_city, { today }) => (document ? againstPaper(document, loan.bank, today) : []),
    apply: (now, _body, { today }) => {
      letDaysPass(now, loan, today);
      loan.papers.push(kind);
      document?.links.add(`loans ${loan.id}`);
    },
  };
};
