import type { LoanMode } from './application.ts';
import type { Shares } from './claim-event.ts';
import type { Fen } from './money.ts';
import type { PolicyParameters, SplitWeights } from './policy.ts';

/** The weights that a loan's mode has (R23): guarantee loans 4:4:2, every other 6:4. */
export const weightsOf = (
  mode: LoanMode,
  { splitGuarantee, splitOther }: Pick<PolicyParameters, 'splitGuarantee' | 'splitOther'>,
): SplitWeights => (mode === 'guarantee' ? splitGuarantee : splitOther);

/** Splits a loss (R23): fund and guarantor rounded down, the institution bears the rest, so that the parts sum to it. */
export function splitLoss(lossFen: Fen, { fund, guarantor, institution }: SplitWeights): Shares {
  const sum = fund + guarantor + institution;
  const fundFen = partOf(lossFen, fund, sum);
  const guarantorFen = partOf(lossFen, guarantor, sum);
  return { fundFen, guarantorFen, institutionFen: lossFen - fundFen - guarantorFen };
}

/** ⌊amount × part / whole⌋; exact where the product is beyond the safe integers. */
export function partOf(amountFen: Fen, part: number, whole: number): Fen {
  const product = amountFen * part;
  if (Number.isSafeInteger(product)) return Math.floor(product / whole);
  return Number((BigInt(amountFen) * BigInt(part)) / BigInt(whole));
}
