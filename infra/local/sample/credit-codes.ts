import { checkCharacterOf } from '../../../shared/domain/credit-code.ts';

const bodyCharacters = '0123456789ABCDEFGHJKLMNPQRTUWXY';
const organisationWeights = [3, 7, 9, 10, 5, 8, 4, 2];

/**
 * Makes a credit code (统一社会信用代码) of a company registered in Pinghu: 91 (enterprise, by market regulation), 330482
 * (Pinghu), an organisation code beginning with MA with its own check character (GB 11714), and the check character of
 * GB 32100.
 */
export function madeUpCreditCode(serial: number): string {
  let rest = serial;
  let digits = '';
  for (let place = 0; place < 6; place += 1) {
    digits = bodyCharacters.charAt(rest % bodyCharacters.length) + digits;
    rest = Math.floor(rest / bodyCharacters.length);
  }
  const organisation = `MA${digits}`;
  const first17 = `91330482${organisation}${organisationCheck(organisation)}`;
  return first17 + checkCharacterOf(first17);
}

/** Digits count as themselves, letters as 10 for A to 35 for Z. */
function organisationCheck(organisation: string): string {
  const sum = organisationWeights.reduce(
    (total, weight, index) => total + weight * parseInt(organisation.charAt(index), 36),
    0,
  );
  const check = 11 - (sum % 11);
  return check === 10 ? 'X' : String(check % 11);
}
