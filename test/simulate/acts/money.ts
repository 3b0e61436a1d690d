import { AppropriateFund } from '../../../shared/contracts/fund.ts';
import { PayClaim, RecordRemittance } from '../../../shared/contracts/payments.ts';
import { payClaim } from '../../../shared/operations/claims/pay.ts';
import { recordRecovery } from '../../../shared/operations/claims/recover.ts';
import { recordRemittance } from '../../../shared/operations/claims/remit.ts';
import { returnPayment } from '../../../shared/operations/claims/return-payment.ts';
import { appropriateFund } from '../../../shared/operations/fund/appropriate.ts';
import { bank, finance } from '../../support/fixtures.ts';
import type { Command } from '../command.ts';
import type { Claim } from '../model/city.ts';
import {
  againstPayment,
  againstRecovery,
  againstRemittance,
  againstReturn,
  owedOf,
  pay,
  type Recovery,
  recover,
  remit,
  takeBack,
} from '../model/fund.ts';
import { againstNumber } from '../model/numbers.ts';
import { someClaim } from './claims.ts';
import { type Act, someDay } from './context.ts';
import { throughDoor } from './door.ts';
import { numberOf } from './names.ts';

export const appropriate: Act = (scene) => {
  const { chance, today } = scene;
  const amountFen = chance.weighted([
    [40, chance.between(1, 50_000_000)],
    [40, chance.between(1, 2_000_000_000)],
    [10, 1],
  ]);
  const appropriatedOn = someDay(scene);
  const documentNumber = numberOf(scene, `平财 ${chance.below(5)}`);
  return {
    kind: 'appropriate',
    caller: finance(),
    says: `finance puts ${amountFen} into the fund on ${appropriatedOn}`,
    on: null,
    send: (services, context) =>
      throughDoor(AppropriateFund, { amountFen, documentNumber, appropriatedOn }, (body) =>
        appropriateFund(services, context, body),
      ),
    against: () => [...againstNumber(documentNumber), ...(appropriatedOn > today ? ['date-out-of-range'] : [])],
    apply: (city) => city.move('cash', 'appropriated', amountFen),
  };
};

export const payLoss: Act = (scene) => {
  const claim = someClaim(scene, ['settled']);
  if (!claim) return null;
  const { chance, city } = scene;
  const used = chance.oneOrNone([...city.vouchers]);
  const voucher =
    used !== undefined && chance.isIn(10)
      ? used.slice(used.indexOf(' ') + 1)
      : numberOf(scene, `V-${chance.below(100_000)}`);
  const payment = { voucher, paidOn: chance.isIn(70) ? scene.today : someDay(scene) };
  const setOffBefore = claim.setOffFen;
  return {
    kind: 'pay',
    caller: finance(),
    says: `finance pays ${claim.id} on ${payment.paidOn} by ${voucher}`,
    on: ['claims', claim.id],
    send: (services, context) =>
      throughDoor(PayClaim, { voucherNumber: voucher, paidOn: payment.paidOn }, (body) =>
        payClaim(services, context, claim.id, body),
      ),
    against: (now, { today }) => [...againstNumber(voucher), ...againstPayment(now, claim, payment, today)],
    // What was overdue has been set off by it first (R27), and it is to be sent again for what is left.
    may: () => (claim.setOffFen > setOffBefore ? ['state-conflict'] : []),
    apply: (now) => pay(now, claim, payment),
  };
};

export const takePaymentBack: Act = (scene) => {
  const claim = someClaim(scene, ['paid']);
  if (!claim) return null;
  const returnedOn = someDay(scene);
  return {
    kind: 'payment-return',
    caller: finance(),
    says: `finance reports the payment of ${claim.id} came back on ${returnedOn}`,
    on: ['claims', claim.id],
    send: (services, context) => returnPayment(services, context, claim.id, { returnedOn, reason: '账号有误' }),
    against: (_city, { today }) => againstReturn(claim, returnedOn, today),
    apply: (city) => takeBack(city, claim),
  };
};

export const recoverLoss: Act = (scene) => {
  const claim = someClaim(scene, ['settled', 'paid']);
  if (!claim) return null;
  const { chance } = scene;
  const left = (claim.lossFen ?? 0) - claim.recoveredFen;
  const netFen = chance.weighted([
    [60, Math.floor((left * chance.between(1, 70)) / 100)],
    [15, left],
    [8, left + 1],
    [8, 0],
  ]);
  const costsFen = chance.isIn(40) ? chance.between(0, 10_000) : 0;
  const recovery = {
    amountFen: Math.max(0, netFen) + costsFen,
    costsFen,
    recoveredOn: someDay(scene),
    final: chance.isIn(25),
  };
  return recoveryOf(claim, recovery);
};

/** A bank reports what has come back of a loss. */
export const recoveryOf = (claim: Claim, recovery: Recovery): Command => ({
  kind: 'recover',
  caller: bank(claim.bank),
  says: `${claim.bank} recovers ${recovery.amountFen} less ${recovery.costsFen} of ${claim.id} on ${recovery.recoveredOn}`,
  on: ['claims', claim.id],
  send: (services, context) => recordRecovery(services, context, claim.id, recovery),
  against: (_city, { today }) => againstRecovery(claim, recovery, today),
  apply: (city) => recover(city, claim, recovery),
});

export const remitRecovered: Act = (scene) => {
  const owing = [...scene.city.claims.values()].filter((claim) => owedOf(claim) > 0);
  const claim = scene.chance.oneOrNone(owing) ?? someClaim(scene, ['settled', 'paid']);
  if (!claim) return null;
  const { chance } = scene;
  const owed = owedOf(claim);
  const amountFen = Math.max(
    1,
    chance.weighted([
      [60, owed],
      [30, Math.floor((owed * chance.between(1, 99)) / 100)],
      [10, owed + 1],
    ]),
  );
  const receivedOn = someDay(scene);
  const voucherNumber = numberOf(scene, `R-${chance.below(9)}`);
  return {
    kind: 'remit',
    caller: finance(),
    says: `${claim.bank} hands over ${amountFen} of ${claim.id} on ${receivedOn}`,
    on: ['claims', claim.id],
    send: (services, context) =>
      throughDoor(RecordRemittance, { amountFen, receivedOn, voucherNumber }, (body) =>
        recordRemittance(services, context, claim.id, body),
      ),
    against: (_city, { today }) => [
      ...againstNumber(voucherNumber),
      ...againstRemittance(claim, amountFen, receivedOn, today),
    ],
    apply: (city) => remit(city, claim, amountFen),
  };
};
