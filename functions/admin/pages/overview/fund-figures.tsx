import { useRead } from '../../api/use-read.ts';
import { exactYuan, largeAmount } from '../../parts/money.ts';
import { Panel } from '../../parts/panel.tsx';
import { ProblemNotice } from '../../parts/problem-notice.tsx';
import { useLanguage, useTexts } from '../../shell/language.tsx';
import { Figure } from './figure.tsx';
import { overviewTexts } from './texts.ts';

/** What is in the fund, and what waits for it. */
export function FundFigures() {
  const texts = useTexts(overviewTexts);
  const { language } = useLanguage();
  const { value, problem } = useRead('/v1/fund');
  const amount = (fen: number) => ({ ...largeAmount(fen, language), exact: `${exactYuan(fen)} 元` });
  return (
    <Panel title={texts.fund}>
      <ProblemNotice problem={problem} />
      {value && (
        <div className="figures">
          <Figure name={texts.balance} says={texts.balanceIs} {...amount(value.balanceFen)} to="/fund" />
          <Figure name={texts.cash} says="" {...amount(value.cashFen)} to="/fund" />
          <Figure name={texts.payable} says="" {...amount(value.payableFen)} to="/fund/payments" />
          <Figure
            name={texts.awaiting}
            says=""
            {...amount(value.awaitingFen)}
            to="/claims"
            query={{ state: 'awaiting-funds' }}
          />
          <Figure name={texts.receivable} says="" {...amount(value.receivableFen)} to="/fund" />
        </div>
      )}
    </Panel>
  );
}
