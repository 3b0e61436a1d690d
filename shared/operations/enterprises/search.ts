import { normaliseCreditCode } from '../../domain/credit-code.ts';
import type { EnterpriseFile } from '../../domain/enterprise.ts';
import { isLatin, searchForm } from '../../domain/search-form.ts';
import type { Item } from '../../store/database.ts';
import { memberRange } from '../../store/enterprises.ts';
import { creditCodeOf, headLength, hintRange, type NameItem, type SearchKind } from '../../store/names.ts';
import { queryPage } from '../../store/read.ts';
import type { Services } from '../services.ts';

export interface EnterpriseFilter {
  /** Listed today, or not. */
  readonly listed?: 'true' | 'false' | undefined;
  readonly category?: string | undefined;
  /** Code prefix, or part of a name or of its initials. */
  readonly q?: string | undefined;
}

/** A range in which enterprises are looked for. */
export type Source =
  | { readonly kind: 'members'; readonly category: string | undefined; readonly prefix: string; readonly index: number }
  | {
      readonly kind: 'hints';
      readonly of: SearchKind;
      readonly text: string;
      /** Codes that begin so were shown by the source before. */
      readonly shownPrefix: string | null;
      readonly index: number;
    };

/** An enterprise that a range names; `holds` asks its file whether it is so. */
export interface Candidate {
  readonly creditCode: string;
  readonly source: number;
  readonly key: { readonly pk: string; readonly sk: string };
  readonly holds: (file: EnterpriseFile) => boolean;
}

const codePrefix = /^[0-9A-HJ-NPQRTUWXY]{2,18}$/;

/** Where to look for what a filter asks: everywhere, by code, by name. */
export function sourcesOf({ q, category }: EnterpriseFilter): readonly Source[] {
  if (q === undefined) return [{ kind: 'members', category, prefix: '', index: 0 }];
  const sources: Source[] = [];
  const code = normaliseCreditCode(q);
  const isCode = codePrefix.test(code);
  if (isCode) sources.push({ kind: 'members', category, prefix: code, index: 0 });
  const text = searchForm(q);
  if ([...text].length >= headLength) {
    const of = isLatin(text) ? 'initials' : 'name';
    sources.push({ kind: 'hints', of, text, shownPrefix: isCode ? code : null, index: sources.length });
  }
  return sources;
}

/** One page of a range after a place. */
export async function candidatesOf(
  services: Services,
  source: Source,
  limit: number,
  after: Candidate['key'] | undefined,
): Promise<{ readonly candidates: readonly Candidate[]; readonly last: Candidate['key'] | undefined }> {
  const { items, last } = await queryPage(services.database, { ...rangeOf(source), limit, after });
  return { candidates: items.map((item) => candidateOf(source, item)), last: last && keyOf(last) };
}

function rangeOf(source: Source) {
  if (source.kind === 'hints') return hintRange(source.of, source.text);
  const range = memberRange(source.category === undefined ? 'all' : { category: source.category });
  if (source.prefix === '') return range;
  return {
    ...range,
    expression: `${range.expression} AND begins_with(#sk, :prefix)`,
    names: { ...range.names, '#sk': 'sk' },
    values: { ...range.values, ':prefix': source.prefix },
  };
}

function candidateOf(source: Source, item: Item): Candidate {
  const place = { source: source.index, key: keyOf(item) };
  if (source.kind === 'members') return { creditCode: place.key.sk, ...place, holds: () => true };
  const hint = item as unknown as NameItem;
  const { text, shownPrefix } = source;
  const creditCode = creditCodeOf(hint);
  return {
    creditCode,
    ...place,
    // An enterprise is shown once: where the text first occurs, in the oldest of its names that has it.
    holds: (file) =>
      [file.name, ...file.formerNames].includes(hint.name) &&
      hint.form.indexOf(text) === hint.at &&
      !hint.olderForms?.some((older) => older.includes(text)) &&
      !(shownPrefix !== null && creditCode.startsWith(shownPrefix)),
  };
}

const keyOf = ({ pk, sk }: Item): Candidate['key'] => ({ pk: String(pk), sk: String(sk) });
