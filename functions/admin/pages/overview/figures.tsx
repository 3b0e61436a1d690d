import type { Shape } from '../../api/calls.ts';
import { exactYuan, largeAmount } from '../../parts/money.ts';
import { useLanguage, useTexts } from '../../shell/language.tsx';
import { Figure } from './figure.tsx';
import { overviewTexts } from './texts.ts';

/** The figures that the city publishes, each with what it means and a way to what is behind it. */
export function Figures({ statistics }: { readonly statistics: Shape<'Statistics'> }) {
  const texts = useTexts(overviewTexts);
  const { language } = useLanguage();
  const amount = (fen: number) => ({ ...largeAmount(fen, language), exact: `${exactYuan(fen)} 元` });
  const plain = (count: number) => ({ figure: count.toLocaleString('en-US'), unit: '' });
  return (
    <div className="figures">
      <Figure
        name={texts.listed}
        says={texts.listedIs}
        {...plain(statistics.enterprisesListed)}
        to="/enterprises"
        query={{ listed: 'true' }}
      />
      <Figure name={texts.lent} says={texts.lentIs} {...amount(statistics.loansCumulativeFen)} to="/loans" />
      <Figure name={texts.loans} says={texts.loansIs} {...plain(statistics.loansCount)} to="/loans" />
      <Figure
        name={texts.outstanding}
        says={texts.outstandingIs}
        {...amount(statistics.outstandingFen)}
        to="/loans"
        query={{ state: 'active' }}
      />
      <Figure
        name={texts.share}
        says={texts.shareIs}
        figure={(statistics.creditAndIpShareBp / 100).toFixed(2)}
        unit="%"
      />
      <Figure name={texts.compensated} says={texts.compensatedIs} {...amount(statistics.compensatedFen)} to="/claims" />
    </div>
  );
}
