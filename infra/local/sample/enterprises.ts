import { addDays, addMonths, type Day, yearOf } from '../../../shared/domain/calendar.ts';
import { madeUpCreditCode } from './credit-codes.ts';
import { madeUpName } from './names.ts';
import { seededRandom } from './random.ts';

/** As many as were on Pinghu's list at the end of October 2024. */
export const enterprisesCount = 1_351;

/** A row of `POST /v1/imports`. */
export interface SampleRow {
  readonly creditCode: string;
  readonly name: string;
  readonly certificateNumber: string;
  readonly issuedOn: Day;
  readonly validUntil?: Day;
}

interface CategorySample {
  readonly category: string;
  readonly title: string;
  /** How many of all enterprises hold it, of 1,000. The first category is also that of whoever holds no other. */
  readonly perMille: number;
  /** How long a certificate is valid; null for one without an end. */
  readonly validMonths: number | null;
  readonly numberPrefix: string;
}

export const categorySamples: readonly CategorySample[] = [
  {
    category: 'provincial-tech-sme',
    title: '省科技型中小企业名单',
    perMille: 430,
    validMonths: null,
    numberPrefix: 'KJ',
  },
  { category: 'high-tech', title: '高新技术企业名单', perMille: 390, validMonths: 36, numberPrefix: 'GR' },
  { category: 'leading-talent', title: '领军人才企业名单', perMille: 60, validMonths: 60, numberPrefix: 'LJ' },
  { category: 'ip-demonstration', title: '知识产权示范企业名单', perMille: 70, validMonths: 36, numberPrefix: 'ZC' },
  {
    category: 'specialised-innovative',
    title: '专精特新中小企业名单',
    perMille: 150,
    validMonths: 36,
    numberPrefix: 'ZJ',
  },
  { category: 'little-giant', title: '专精特新小巨人企业名单', perMille: 20, validMonths: 36, numberPrefix: 'XJ' },
  { category: 'single-product-champion', title: '单项冠军企业名单', perMille: 8, validMonths: 36, numberPrefix: 'DX' },
  { category: 'hidden-champion', title: '隐形冠军企业名单', perMille: 15, validMonths: 36, numberPrefix: 'YX' },
  { category: 'gazelle', title: '瞪羚企业名单', perMille: 30, validMonths: 24, numberPrefix: 'DL' },
];

const seed = 20_241_031;
/** Every certificate has at least this long to run, so that all are on the list on the first day. */
const leftDaysMin = 14;

/**
 * Makes the sample city's list: the rows of each category's import. The same day gives the same rows, so that an import
 * that was cut off can be sent again as it was.
 */
export function sampleRows(today: Day): ReadonlyMap<string, readonly SampleRow[]> {
  const random = seededRandom(seed);
  const names = new Set<string>();
  const rows = new Map<string, SampleRow[]>(categorySamples.map(({ category }) => [category, []]));
  for (let index = 0; index < enterprisesCount; index += 1) {
    const creditCode = madeUpCreditCode(1_000_003 * (index + 1));
    const name = madeUpName(random, names);
    const drawn = categorySamples.filter(({ perMille }) => random() * 1_000 < perMille);
    const held = drawn.length > 0 ? drawn : categorySamples.slice(0, 1);
    for (const sample of held)
      rows.get(sample.category)?.push(rowOf(sample, { creditCode, name, index, today, random }));
  }
  return rows;
}

interface Holder {
  readonly creditCode: string;
  readonly name: string;
  readonly index: number;
  readonly today: Day;
  readonly random: () => number;
}

function rowOf(
  { validMonths, numberPrefix }: CategorySample,
  { creditCode, name, index, today, random }: Holder,
): SampleRow {
  const lifeDays = (validMonths ?? 48) * 30;
  const issuedOn = addDays(today, -1 - Math.floor(random() * (lifeDays - leftDaysMin)));
  const certificateNumber = `${numberPrefix}${yearOf(issuedOn)}33${String(index + 1).padStart(5, '0')}`;
  const row = { creditCode, name, certificateNumber, issuedOn };
  return validMonths === null ? row : { ...row, validUntil: addDays(addMonths(issuedOn, validMonths), -1) };
}
