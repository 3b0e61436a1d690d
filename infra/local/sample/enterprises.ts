import { builtInPolicies } from '../../../shared/domain/built-in-policies.ts';
import { addDays, addMonths, type Day, yearOf } from '../../../shared/domain/calendar.ts';
import { policyOn } from '../../../shared/domain/policy.ts';
import { madeUpCreditCode } from './credit-codes.ts';
import { firstCase } from './first-case.ts';
import { madeUpName } from './names.ts';
import { seededRandom } from './random.ts';

/** As many as were on Pinghu's list at the end of October 2024. */
export const enterprisesCount = 1_351;

/** A certificate as a row of `POST /v1/imports` has it. */
export interface SampleCertificate {
  readonly certificateNumber: string;
  readonly issuedOn: Day;
  readonly validUntil?: Day;
}

/** A row of `POST /v1/imports`. */
export interface SampleRow extends SampleCertificate {
  readonly creditCode: string;
  readonly name: string;
}

export interface SampleEnterprise {
  readonly creditCode: string;
  readonly name: string;
  readonly certificates: readonly ({ readonly category: string } & SampleCertificate)[];
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

/** The samples of the categories that the version in force on a day knows. */
export const samplesOn = (today: Day): readonly CategorySample[] => {
  const eligible = policyOn(builtInPolicies, today)?.parameters.eligibleCategories ?? [];
  return categorySamples.filter(({ category }) => eligible.includes(category));
};

/**
 * Makes the sample city's enterprises, all listed on a day. The same day gives the same ones, so that an import that was
 * cut off can be sent again as it was. The first is the borrower of the first compensation.
 */
export function sampleEnterprises(today: Day): readonly SampleEnterprise[] {
  const random = seededRandom(seed);
  const names = new Set<string>();
  const samples = samplesOn(today);
  return Array.from({ length: enterprisesCount }, (_, index) => {
    const creditCode = madeUpCreditCode(1_000_003 * (index + 1));
    const name = madeUpName(random, names);
    const drawn = samples.filter(({ perMille }) => random() * 1_000 < perMille);
    const held = drawn.length > 0 ? drawn : samples.slice(0, 1);
    const certificates = held.map((sample) => certificateOf(sample, { index, today, random }));
    return { creditCode, name, certificates: index === 0 ? [firstCase(today).certificate] : certificates };
  });
}

/** The rows of each category's import. */
export function sampleRows(enterprises: readonly SampleEnterprise[]): ReadonlyMap<string, readonly SampleRow[]> {
  const rows = new Map<string, SampleRow[]>();
  for (const { certificates, ...enterprise } of enterprises) {
    for (const { category, ...certificate } of certificates) {
      const own = rows.get(category) ?? [];
      own.push({ ...enterprise, ...certificate });
      rows.set(category, own);
    }
  }
  return rows;
}

function certificateOf(
  { category, validMonths, numberPrefix }: CategorySample,
  { index, today, random }: { readonly index: number; readonly today: Day; readonly random: () => number },
): SampleEnterprise['certificates'][number] {
  const lifeDays = (validMonths ?? 48) * 30;
  const issuedOn = addDays(today, -1 - Math.floor(random() * (lifeDays - leftDaysMin)));
  const certificateNumber = `${numberPrefix}${yearOf(issuedOn)}33${String(index + 1).padStart(5, '0')}`;
  const certificate = { category, certificateNumber, issuedOn };
  return validMonths === null
    ? certificate
    : { ...certificate, validUntil: addDays(addMonths(issuedOn, validMonths), -1) };
}
