import { useMemo } from 'react';
import type { Shape } from '../../api/calls.ts';
import { amountColumn } from '../../parts/amount-column.tsx';
import type { Column } from '../../parts/column.ts';
import { linkColumn } from '../../parts/link-column.tsx';
import { StateMark } from '../../parts/state-mark.tsx';
import { textColumn } from '../../parts/text-column.ts';
import { useTexts } from '../../shell/language.tsx';
import { useWords } from '../../words/words.ts';
import { enterprisesTexts } from './texts.ts';

type Enterprise = Shape<'Enterprise'>;

/** The columns of the list. */
export function useEnterpriseColumns(): readonly Column<Enterprise>[] {
  const texts = useTexts(enterprisesTexts);
  const words = useWords();
  return useMemo(() => {
    const standing = (row: Enterprise): string => (row.listed ? texts.yes : texts.no);
    const basis = ({ basis: by }: Enterprise): string | null => by && texts[by];
    const held = ({ qualifications }: Enterprise): string =>
      qualifications
        .filter(({ state }) => state === 'valid' || state === 'in-grace')
        .map(({ category }) => words.category(category))
        .join('、');
    return [
      linkColumn(
        'name',
        texts.name,
        ({ name }) => name,
        ({ creditCode }) => `/enterprises/${creditCode}`,
      ),
      {
        key: 'creditCode',
        title: texts.creditCode,
        show: ({ creditCode }) => <span className="code">{creditCode}</span>,
        value: ({ creditCode }) => creditCode,
      },
      {
        key: 'standing',
        title: texts.standing,
        show: ({ listed }) => <StateMark of="listing" state={listed ? 'listed' : 'unlisted'} />,
        value: standing,
      },
      {
        key: 'categories',
        title: texts.categories,
        value: held,
        show: (row) => <span className="wrap">{held(row)}</span>,
      },
      { ...textColumn('basis', texts.basis, basis), isExtra: true },
      { ...textColumn<Enterprise>('listedSince', texts.listedSince, ({ listedSince }) => listedSince), isExtra: true },
      textColumn('nextChange', texts.nextChange, ({ nextChangeOn }) => nextChangeOn),
      amountColumn('exposure', texts.exposure, ({ exposureFen }) => exposureFen),
      amountColumn('left', texts.left, ({ leftFen }) => leftFen),
    ];
  }, [texts, words]);
}
