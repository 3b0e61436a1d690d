import { addDays, type Day } from './calendar.ts';
import type { EnterpriseFile, EnterpriseIncluded, EnterpriseInclusionRevoked } from './enterprise.ts';
import type { PolicyBook } from './policy.ts';
import { standingRecord } from './standing.ts';

/**
 * What an approved inclusion makes of an enterprise's file (R5): it is listed by it from a day on. One that the list does
 * not know becomes known by the name that was given; one that it knows keeps its name.
 */
export function includeEnterprise(
  file: EnterpriseFile | null,
  included: Pick<EnterpriseIncluded['data'], 'creditCode' | 'name' | 'inclusionId' | 'from' | 'until'>,
  book: PolicyBook,
  today: Day,
): EnterpriseIncluded {
  const data = { ...included, name: file?.name ?? included.name };
  return {
    type: 'enterprise-included',
    data: { ...data, standing: standingRecord(withInclusion(file, data), book, today) },
  };
}

/** What a revoked inclusion makes of the file: from that day on it lists the enterprise no more. */
export function revokeInclusion(
  file: EnterpriseFile,
  { inclusionId, from }: Pick<EnterpriseInclusionRevoked['data'], 'inclusionId' | 'from'>,
  book: PolicyBook,
  today: Day,
): EnterpriseInclusionRevoked {
  const standing = standingRecord(withoutInclusion(file, { inclusionId, from }), book, today);
  return { type: 'enterprise-inclusion-revoked', data: { inclusionId, from, standing } };
}

/** A file with an inclusion, or a new one, without the standing that follows from it. */
export function withInclusion(
  file: EnterpriseFile | null,
  { creditCode, name, inclusionId, from, until }: Omit<EnterpriseIncluded['data'], 'standing'>,
): Omit<EnterpriseFile, 'standing'> {
  return {
    creditCode,
    name,
    formerNames: file?.formerNames ?? [],
    certificates: file?.certificates ?? [],
    inclusions: [...(file?.inclusions ?? []), { inclusionId, from, until }],
    suspensions: file?.suspensions ?? [],
  };
}

/** A file whose inclusion ends the day before one; of an inclusion that began that day or later nothing is left. */
export function withoutInclusion<File extends Pick<EnterpriseFile, 'inclusions'>>(
  file: File,
  { inclusionId, from }: { readonly inclusionId: string; readonly from: Day },
): File {
  const inclusions = file.inclusions
    .map((inclusion) =>
      inclusion.inclusionId === inclusionId ? { ...inclusion, until: addDays(from, -1) } : inclusion,
    )
    .filter((inclusion) => inclusion.until === null || inclusion.from <= inclusion.until);
  return { ...file, inclusions };
}
