import { useMemo } from 'react';
import type { Shape } from '../../api/calls.ts';
import { amountColumn } from '../../parts/amount-column.tsx';
import type { Column } from '../../parts/column.ts';
import { StateMark } from '../../parts/state-mark.tsx';
import { hrefOf } from '../../shell/address.ts';
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
    const basis = ({ basis: by }: Enterprise): string => (by === null ? '—' : texts[by]);
    const held = ({ qualifications }: Enterprise): string =>
      qualifications
        .filter(({ state }) => state === 'valid' || state === 'in-grace')
        .map(({ category }) => words.category(category))
        .join('、');
    const text = (key: string, title: string, value: (row: Enterprise) => string): Column<Enterprise> => ({
      key,
      title,
      show: value,
      value,
    });
    return [
      {
        key: 'name',
        title: texts.name,
        show: ({ name, creditCode }) => <a href={hrefOf(`/enterprises/${creditCode}`)}>{name}</a>,
        value: ({ name }) => name,
      },
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
      { ...text('basis', texts.basis, basis), isExtra: true },
      { ...text('listedSince', texts.listedSince, ({ listedSince }) => listedSince ?? '—'), isExtra: true },
      text('nextChange', texts.nextChange, ({ nextChangeOn }) => nextChangeOn ?? '—'),
      amountColumn('exposure', texts.exposure, ({ exposureFen }) => exposureFen),
      amountColumn('left', texts.left, ({ leftFen }) => leftFen),
    ];
  }, [texts, words]);
}
