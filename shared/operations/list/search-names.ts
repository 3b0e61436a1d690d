import { pinyin } from 'pinyin-pro';
import type { AcceptedRow } from '../../domain/import-rows.ts';
import { searchForm } from '../../domain/search-form.ts';
import type { NameHint } from '../../store/names.ts';
import type { Files } from './list-change.ts';

/** The hints by which an enterprise is found under a name that it does not have yet; none where it has, or had, it. */
export function hintsOf(
  { creditCode, name }: Pick<AcceptedRow, 'creditCode' | 'name'>,
  files: Files,
): readonly NameHint[] {
  const file = files.get(creditCode)?.state;
  const older = file ? [...file.formerNames, file.name] : [];
  if (older.includes(name)) return [];
  const hint = { creditCode, name };
  return [
    { kind: 'name', ...hint, form: searchForm(name), olderForms: older.map(searchForm) },
    { kind: 'initials', ...hint, form: initialsOf(name), olderForms: older.map(initialsOf) },
  ];
}

/** The initials of a name's pinyin in lower case, its letters and digits kept: 平湖ABC科技 is `phabckj`. */
function initialsOf(name: string): string {
  const form = searchForm(name);
  return pinyin(form, { pattern: 'first', toneType: 'none', type: 'array', nonZh: 'consecutive', v: true })
    .join('')
    .toLowerCase()
    .replace(/[^a-z0-9]/g, '');
}
