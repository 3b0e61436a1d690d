import { Disburse } from '../../../shared/contracts/applications.ts';
import { disburse } from '../../../shared/operations/applications/disburse.ts';
import { bank } from '../../support/fixtures.ts';
import { idIn } from '../command.ts';
import type { Loan } from '../model/city.ts';
import { plusDays } from '../model/days.ts';
import { hasLapsed } from '../model/exposure.ts';
import { againstDisbursement, endApplication, isDisbursable } from '../model/lending.ts';
import { againstNumber, unfolded } from '../model/numbers.ts';
import { letDaysPass } from '../model/servicing.ts';
import { type Act, fitting, oneOf, someDay } from './context.ts';
import { throughDoor } from './door.ts';
import { numberOf } from './names.ts';

export const disburseLoan: Act = (scene) => {
  const { chance, city } = scene;
  const ready = fitting(scene, [...city.applications.values()], (each) => isDisbursable(city, each, scene.today));
  const application = oneOf(scene, ready);
  if (!application) return null;
  const approved = application.approvedFen ?? application.amountFen;
  const amountFen = chance.weighted([
    [65, approved],
    [30, Math.max(1, Math.floor((approved * chance.between(20, 99)) / 100))],
    [scene.isCalm ? 0 : 5, approved + 1],
  ]);
  const isLate = application.expiresOn === null || application.expiresOn < scene.today;
  const disbursedOn = chance.isIn(50) && !isLate ? scene.today : (application.confirmedOn ?? someDay(scene));
  const days = chance.weighted([
    [50, 365],
    [30, chance.between(20, 300)],
    [10, 180],
    [3, scene.isCalm ? 90 : 0],
    [4, scene.isCalm ? 90 : 1200],
  ]);
  const maturesOn = plusDays(disbursedOn, days);
  const taken = chance.oneOrNone([...city.contracts]);
  const contract =
    taken && chance.isIn(5) ? taken.slice(taken.indexOf(' ') + 1) : numberOf(scene, `HT-${chance.below(1_000_000)}`);
  const report = { amountFen, disbursedOn, maturesOn, contract };
  return {
    kind: 'disburse',
    caller: bank(application.bank),
    says: `${application.bank} pays out ${amountFen} of ${application.id} on ${disbursedOn} until ${maturesOn}`,
    on: ['applications', application.id],
    send: (services, context) =>
      throughDoor(
        Disburse,
        {
          ...{ amountFen, disbursedOn, maturesOn, contractNumber: contract, noteNumber: '' },
          ...{ annualRateBp: 365, annualRatePpm: null },
        },
        (body) => disburse(services, context, application.id, { ...body, noteNumber: body.noteNumber ?? '' }),
      ),
    against: (now, { today }) => [...againstNumber(contract), ...againstDisbursement(now, application, report, today)],
    apply: (now, body, { today }) => {
      const id = idIn(body, 'loanId');
      const { code, bank: org, mode, guarantorId, agreementId, policy } = application;
      if (hasLapsed(application, today)) endApplication(application, 'expired');
      endApplication(application, 'disbursed');
      application.loanId = id;
      now.contracts.add(`${org} ${unfolded(contract)}`);
      const loan: Loan = {
        ...{ id, code, bank: org, mode, guarantorId, agreementId, policy, principalFen: amountFen, rateBp: 365 },
        ...{ disbursedOn, reportedOn: today, originalMaturesOn: maturesOn, maturesOn, state: 'active', returned: [] },
        ...{ interestPaidFen: 0, lastRepaidOn: null, extensions: 0, class: 'normal', classAsOf: disbursedOn },
        ...{ reportedUnpaidFen: null, badSince: null, papers: [], claimId: null, writtenOffFrom: null },
      };
      letDaysPass(now, loan, today);
      now.loans.set(id, loan);
    },
  };
};
