import { Button } from 'antd';
import type { Shape } from '../../api/calls.ts';
import { useList } from '../../api/use-list.ts';
import type { Column } from '../../parts/column.ts';
import { linkColumn } from '../../parts/link-column.tsx';
import { ListPage } from '../../parts/list-page.tsx';
import { numberColumn } from '../../parts/number-column.ts';
import { stateColumn } from '../../parts/state-column.tsx';
import { textColumn } from '../../parts/text-column.ts';
import { filled } from '../../parts/texts.ts';
import { useHasRole } from '../../session/use-session.ts';
import { hrefOf } from '../../shell/address.ts';
import { useTexts } from '../../shell/language.tsx';
import { usePunctuation } from '../../shell/punctuation.ts';
import { useWords } from '../../words/words.ts';
import { listImportTexts } from './texts.ts';

type Import = Shape<'Import'>;

/** All imports, newest first. */
export default function ImportsPage() {
  const texts = useTexts(listImportTexts);
  const words = useWords();
  const { aside } = usePunctuation();
  const isOffice = useHasRole('office');
  const listing = useList('/v1/imports');
  const number = (key: 'total' | 'added' | 'updated' | 'revoked' | 'rejected'): Column<Import> =>
    numberColumn(key, texts[key], (row) => row[key]);
  const columns: readonly Column<Import>[] = [
    linkColumn(
      'source',
      texts.source,
      ({ source }) => source?.title ?? texts.loansTitle,
      ({ importId }) => `/enterprises/imports/${importId}`,
    ),
    textColumn('kind', texts.kind, ({ kind, category, dryRun, set }) => {
      const what = category === null ? words.kind(kind) : words.category(category);
      const notes = [...(dryRun ? [texts.dryRun] : []), ...(set ? [filled(texts.partOf, { ...set })] : [])];
      return notes.length === 0 ? what : aside(what, notes.join(' · '));
    }),
    stateColumn('import', texts.state),
    number('total'),
    number('added'),
    number('updated'),
    number('revoked'),
    number('rejected'),
    textColumn('acceptedBy', texts.acceptedBy, ({ acceptedBy }) => acceptedBy),
  ];
  return (
    <ListPage
      title={texts.imports}
      actions={
        isOffice && (
          <Button type="primary" href={hrefOf('/enterprises/import')}>
            {texts.title}
          </Button>
        )
      }
      listing={listing}
      columns={columns}
      keyOf={({ importId }) => importId}
    />
  );
}
