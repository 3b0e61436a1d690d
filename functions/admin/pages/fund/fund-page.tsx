import { Button } from 'antd';
import { useRead } from '../../api/use-read.ts';
import { Amount } from '../../parts/amount.tsx';
import { PageHead } from '../../parts/page-head.tsx';
import { Panel } from '../../parts/panel.tsx';
import { ProblemNotice } from '../../parts/problem-notice.tsx';
import { useHasRole } from '../../session/use-session.ts';
import { hrefOf } from '../../shell/address.ts';
import { useTexts } from '../../shell/language.tsx';
import { Appropriate } from './appropriate.tsx';
import { Entries } from './entries.tsx';
import { SettlementLine } from './settlement-line.tsx';
import { fundTexts } from './texts.ts';

/** The fund: what is in it, what it owes, every entry (R29). */
export default function FundPage() {
  const texts = useTexts(fundTexts);
  const isFinance = useHasRole('finance');
  const seesLine = useHasRole('finance', 'office', 'auditor');
  const { value, problem, reload } = useRead('/v1/fund', {}, { everyMs: 10_000 });
  const figures = value
    ? ([
        [texts.balance, value.balanceFen],
        [texts.cash, value.cashFen],
        [texts.spendable, value.spendableFen],
        [texts.appropriated, value.appropriatedFen],
        [texts.compensated, value.compensatedFen],
        [texts.paid, value.paidFen],
        [texts.recovered, value.recoveredFen],
        [texts.awaiting, value.awaitingFen],
        [texts.payable, value.payableFen],
        [texts.receivable, value.receivableFen],
      ] as const)
    : [];
  return (
    <>
      <PageHead title={texts.title}>
        {seesLine && <Button href={hrefOf('/fund/payments')}>{texts.payments}</Button>}
        {isFinance && <Appropriate onDone={reload} />}
      </PageHead>
      <ProblemNotice problem={problem} />
      <Panel>
        <dl className="counts">
          {figures.map(([name, fen]) => (
            <div key={name}>
              <dt>{name}</dt>
              <dd>
                <Amount fen={fen} />
              </dd>
            </div>
          ))}
        </dl>
      </Panel>
      {seesLine && <SettlementLine key={value?.awaitingFen} />}
      <Entries key={value?.balanceFen} />
    </>
  );
}
