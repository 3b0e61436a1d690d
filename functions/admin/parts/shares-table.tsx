import type { Shape } from '../api/calls.ts';
import { useTexts } from '../shell/language.tsx';
import { Amount } from './amount.tsx';

interface SharesTableProps {
  readonly lossFen: number | null;
  readonly shares: Shape<'ClaimReadiness'>['estimate']['shares'] | null;
  readonly uncoveredFen: number | null;
}

const texts = {
  zh: {
    loss: '损失',
    fund: '资金承担',
    guarantor: '担保机构承担',
    institution: '金融机构承担',
    uncovered: '其中超年度上限',
  },
  en: {
    loss: 'Loss',
    fund: 'Fund',
    guarantor: 'Guarantor',
    institution: 'Institution',
    uncovered: 'Above the year cap',
  },
};

/** Who bears how much of a loss (R23, R24). */
export function SharesTable({ lossFen, shares, uncoveredFen }: SharesTableProps) {
  const said = useTexts(texts);
  const parts = [
    [said.loss, lossFen],
    [said.fund, shares?.fundFen],
    [said.guarantor, shares?.guarantorFen],
    [said.institution, shares?.institutionFen],
    [said.uncovered, uncoveredFen],
  ] as const;
  return (
    <dl className="counts">
      {parts.map(([name, fen]) => (
        <div key={name}>
          <dt>{name}</dt>
          <dd>
            <Amount fen={fen} />
          </dd>
        </div>
      ))}
    </dl>
  );
}
