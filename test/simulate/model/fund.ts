import { compensate } from './breaker.ts';
import type { City, Claim, Loan } from './city.ts';
import { countableInterest } from './claims.ts';
import { type Day, plusDays, yearIn } from './days.ts';
import { outstandingOf } from './exposure.ts';
import { unfolded } from './numbers.ts';
import { sharesOfTen } from './rules.ts';

/** ⌊whole · part / of⌋, exact whatever the amounts. */
const portion = (whole: number, part: number, of: number): number =>
  Number((BigInt(whole) * BigInt(part)) / BigInt(of));

/** R29: what is in the fund, what of it is only promised, what may be spent. */
const balanceOf = (city: City): number =>
  -city.account('appropriated') - city.account('recovered') - city.account('compensation');

function receivablesOf(city: City): number {
  let sum = 0;
  for (const [name, balance] of city.accounts) if (name.startsWith('receivable:')) sum += balance;
  return sum;
}

export const spendableOf = (city: City): number => balanceOf(city) - receivablesOf(city);

/** R24: what the fund has settled with an institution in a year. */
export function settledWith(city: City, bank: string, year: number): number {
  let sum = 0;
  for (const claim of city.claims.values()) if (claim.bank === bank) sum += claim.countedIn.get(year) ?? 0;
  return sum;
}

/** What a settlement of a claim fixes at a moment (R21, R23, R24, R26). */
export function settlementOf(city: City, claim: Claim, today: Day) {
  const loan = loanOf(city, claim);
  const { rules } = city.versionNamed(claim.policy);
  const lossFen = Math.min(claim.assessedFen ?? 0, outstandingOf(loan) + countableInterest(city, loan));
  const tenths = sharesOfTen(claim.mode);
  const dueFen = portion(lossFen, tenths.fund, 10);
  const guarantorFen = portion(lossFen, tenths.guarantor, 10);
  const roomFen = Math.max(0, rules.institutionAnnualCapFen - settledWith(city, claim.bank, yearIn(today)));
  const fundFen = Math.min(dueFen, roomFen);
  const atOnceFen = rules.firstPaymentBp === null ? fundFen : portion(fundFen, rules.firstPaymentBp, 10_000);
  return { lossFen, fundFen, guarantorFen, uncoveredFen: dueFen - fundFen, atOnceFen };
}

export function loanOf(city: City, claim: Claim): Loan {
  const loan = city.loans.get(claim.loanId);
  if (!loan) throw new Error(`claim ${claim.id} is of no loan`);
  return loan;
}

export function settle(city: City, claim: Claim, today: Day): void {
  const { lossFen, fundFen, guarantorFen, uncoveredFen, atOnceFen } = settlementOf(city, claim, today);
  const loan = loanOf(city, claim);
  compensate(city, claim.bank, Math.min(lossFen, outstandingOf(loan)), today);
  Object.assign(claim, { state: 'settled', neededFen: null, lossFen, fundFen, guarantorFen, uncoveredFen });
  claim.payableFen = atOnceFen;
  claim.heldBackFen = fundFen - atOnceFen;
  claim.settledOn = today;
  claim.settledYear = yearIn(today);
  claim.countedIn.set(yearIn(today), fundFen);
  city.move('compensation', `payable:${claim.bank}`, fundFen);
  loan.state = 'compensated';
}

/**
 * R24: a part that was the institution's becomes the fund's. Of what was recovered meanwhile the fund has more by these
 * shares (R27), which is taken off what is to be paid; of the rest a first payment is due at once. Answers what goes back.
 */
export function carryOver(city: City, claim: Claim, carriedFen: number, year: number): number {
  const loss = claim.lossFen ?? 1;
  const { firstPaymentBp } = city.versionNamed(claim.policy).rules;
  const before = portion(claim.recoveredFen, claim.fundFen, loss);
  claim.fundFen += carriedFen;
  claim.uncoveredFen -= carriedFen;
  claim.countedIn.set(year, (claim.countedIn.get(year) ?? 0) + carriedFen);
  const backFen = portion(claim.recoveredFen, claim.fundFen, loss) - before;
  const isWhole = claim.isRecoveryEnded || firstPaymentBp === null;
  const atOnceFen = Math.max(backFen, isWhole ? carriedFen : portion(carriedFen, firstPaymentBp, 10_000));
  claim.heldBackFen += carriedFen - atOnceFen;
  claim.setOffFen += backFen;
  const dueFen = atOnceFen - backFen;
  if (dueFen > 0) {
    claim.payableFen = (claim.state === 'paid' ? 0 : claim.payableFen) + dueFen;
    claim.state = 'settled';
  }
  city.move('compensation', `payable:${claim.bank}`, carriedFen);
  city.move(`receivable:${claim.bank}`, 'recovered', backFen);
  city.move(`payable:${claim.bank}`, `receivable:${claim.bank}`, backFen);
  return backFen;
}

export interface Loss {
  readonly mode: string;
  readonly lossFen: number;
  /** null: of no bank in particular, as if no settlement had taken anything of a cap. */
  readonly bank: string | null;
  readonly on: Day;
}

/** R23, R24: what a loss would bring by the version of a day, after what that year's settlements have taken. */
export function estimateOf(city: City, { mode, lossFen, bank, on }: Loss) {
  const { id, rules } = city.versionOn(on);
  const tenths = sharesOfTen(mode);
  const dueFen = portion(lossFen, tenths.fund, 10);
  const guarantorFen = portion(lossFen, tenths.guarantor, 10);
  const usedFen = bank === null ? 0 : settledWith(city, bank, yearIn(on));
  const fundFen = Math.min(dueFen, Math.max(0, rules.institutionAnnualCapFen - usedFen));
  const shares = { fundFen, guarantorFen, institutionFen: lossFen - fundFen - guarantorFen };
  return { policy: id, on, lossFen, shares, uncoveredFen: dueFen - fundFen };
}

export interface Payment {
  readonly voucher: string;
  readonly paidOn: Day;
}

/** R26, R29; and R27: what is overdue of the institution is set off first, whether or not the night has been. */
export function againstPayment(city: City, claim: Claim, { voucher, paidOn }: Payment, today: Day): string[] {
  if (claim.state !== 'settled' || claim.payableFen === 0) return ['state-conflict'];
  const isOverdue = [...city.claims.values()].some((each) => each.bank === claim.bank && overdueOf(each, today) > 0);
  const codes: string[] = isOverdue ? ['state-conflict'] : [];
  if (city.vouchers.has(`${yearIn(paidOn)} ${unfolded(voucher)}`)) codes.push('already-exists');
  if (paidOn < (claim.settledOn ?? '') || paidOn > today) codes.push('date-out-of-range');
  if (city.account('cash') < claim.payableFen) codes.push('fund-insufficient');
  return codes;
}

export function pay(city: City, claim: Claim, { voucher, paidOn }: Payment): void {
  city.move(`payable:${claim.bank}`, 'cash', claim.payableFen);
  city.vouchers.add(`${yearIn(paidOn)} ${unfolded(voucher)}`);
  Object.assign(claim, { state: 'paid', paidOn, voucher });
}

export function againstReturn(claim: Claim, returnedOn: Day, today: Day): string[] {
  if (claim.state !== 'paid') return ['state-conflict'];
  return returnedOn < (claim.paidOn ?? '') || returnedOn > today ? ['date-out-of-range'] : [];
}

export function takeBack(city: City, claim: Claim): void {
  city.move('cash', `payable:${claim.bank}`, claim.payableFen);
  Object.assign(claim, { state: 'settled', paidOn: null, voucher: null });
}

export interface Recovery {
  readonly amountFen: number;
  readonly costsFen: number;
  readonly recoveredOn: Day;
  readonly final: boolean;
}

/** R27. */
export function againstRecovery(claim: Claim, { amountFen, costsFen, recoveredOn }: Recovery, today: Day): string[] {
  if (claim.state !== 'settled' && claim.state !== 'paid') return ['state-conflict'];
  const codes: string[] = [];
  if (claim.recoveredFen + amountFen - costsFen > (claim.lossFen ?? 0)) codes.push('amount-exceeds-loss');
  if (recoveredOn < (claim.settledOn ?? '') || recoveredOn > today) codes.push('date-out-of-range');
  if (claim.lastRecoveredOn !== null && recoveredOn < claim.lastRecoveredOn) codes.push('out-of-date-order');
  return codes;
}

export function recover(city: City, claim: Claim, { amountFen, costsFen, recoveredOn, final }: Recovery): void {
  const loan = loanOf(city, claim);
  const netFen = amountFen - costsFen;
  const toFund = claim.lossFen ? portion(netFen, claim.fundFen, claim.lossFen) : 0;
  const { recoveryRemitDays } = city.versionNamed(claim.policy).rules;
  city.move(`receivable:${claim.bank}`, 'recovered', toFund);
  if (toFund > 0) claim.owed.push({ recoveredOn, remitBy: plusDays(recoveredOn, recoveryRemitDays), fen: toFund });
  const principal = Math.min(netFen, outstandingOf(loan));
  if (principal > 0) loan.returned.push({ on: recoveredOn, fen: principal });
  claim.recoveredFen += netFen;
  claim.lastRecoveredOn = recoveredOn;
  claim.isRecoveryEnded ||= final;
  if (!final || claim.heldBackFen === 0) return;
  claim.payableFen = (claim.state === 'paid' ? 0 : claim.payableFen) + claim.heldBackFen;
  claim.heldBackFen = 0;
  claim.state = 'settled';
}

export const owedOf = ({ owed }: Claim): number => owed.reduce((sum, { fen }) => sum + fen, 0);

export const overdueOf = ({ owed }: Claim, today: Day): number =>
  owed.reduce((sum, { fen, remitBy }) => (remitBy < today ? sum + fen : sum), 0);

/** Takes an amount off what is owed, the oldest first. */
export function takeOwed(claim: Claim, fen: number): void {
  let left = fen;
  while (left > 0 && claim.owed[0]) {
    const taken = Math.min(left, claim.owed[0].fen);
    claim.owed[0].fen -= taken;
    left -= taken;
    if (claim.owed[0].fen === 0) claim.owed.shift();
  }
}

export function againstRemittance(claim: Claim, amountFen: number, receivedOn: Day, today: Day): string[] {
  if (claim.state !== 'settled' && claim.state !== 'paid') return ['state-conflict'];
  const codes: string[] = [];
  if (amountFen > owedOf(claim)) codes.push('amount-exceeds-outstanding');
  if (receivedOn < (claim.owed[0]?.recoveredOn ?? '') || receivedOn > today) codes.push('date-out-of-range');
  return codes;
}

export function remit(city: City, claim: Claim, amountFen: number): void {
  city.move('cash', `receivable:${claim.bank}`, amountFen);
  claim.remittedFen += amountFen;
  takeOwed(claim, amountFen);
}
