import { figures } from './figures.ts';
import type { Fen } from './money.ts';
import type { PolicyVersion } from './policy.ts';
import { type Refusal, refusedBy } from './refusal.ts';

/** What the programme's leverage (杠杆倍数) rests on: principal outstanding of all loans, and the fund's balance. */
export interface Leverage {
  readonly outstandingFen: Fen;
  readonly balanceFen: Fen;
}

/** Whether a version limits the leverage at all. */
export const limitsLeverage = (policy: PolicyVersion | null): boolean =>
  policy !== null && policy.parameters.maxOutstandingOverFundBalance !== null;

/** The principal outstanding of all institutions, among what was counted in some periods. */
export function outstandingIn(buckets: Iterable<ReadonlyMap<string, number>>): Fen {
  let sum = 0;
  for (const bucket of buckets) {
    for (const [figure, counted] of bucket) if (figure.startsWith(figures.outstandingFenOf(''))) sum += counted;
  }
  return sum;
}

/**
 * `maxOutstandingOverFundBalance`: what is outstanding of the whole programme may be at most so many times the fund's
 * balance (to four decimals of the times, and to the fen). `leverage` is null where it was not read, because the version
 * sets no limit.
 */
export function refusalOfLeverage(
  { policyId, parameters }: PolicyVersion,
  leverage: Leverage | null,
  raiseFen: Fen,
): Refusal | null {
  const { maxOutstandingOverFundBalance } = parameters;
  if (maxOutstandingOverFundBalance === null || !leverage) return null;
  const { outstandingFen, balanceFen } = leverage;
  const limitOverTenThousand = BigInt(Math.round(maxOutstandingOverFundBalance * 10_000)) * BigInt(balanceFen);
  if (BigInt(outstandingFen + raiseFen) * 10_000n <= limitOverTenThousand) return null;
  return refusedBy('R1', 'leverage-exceeded', {
    asked: raiseFen,
    outstanding: outstandingFen,
    balance: balanceFen,
    limit: Number(limitOverTenThousand / 10_000n),
    maxOutstandingOverFundBalance,
    policy: policyId,
  });
}
