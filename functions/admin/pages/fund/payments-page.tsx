import { Button } from 'antd';
import { useState } from 'react';
import type { Shape } from '../../api/calls.ts';
import type { Problem } from '../../api/problem.ts';
import { useApi } from '../../api/use-api.ts';
import { useList } from '../../api/use-list.ts';
import { amountColumn } from '../../parts/amount-column.tsx';
import type { Column } from '../../parts/column.ts';
import { FilteredList } from '../../parts/filtered-list.tsx';
import { linkColumn } from '../../parts/link-column.tsx';
import { PageHead } from '../../parts/page-head.tsx';
import { PayDialog } from '../../parts/pay-dialog.tsx';
import { ProblemNotice } from '../../parts/problem-notice.tsx';
import { saveFile } from '../../parts/save-file.ts';
import { textColumn } from '../../parts/text-column.ts';
import { useHasRole } from '../../session/use-session.ts';
import { useTexts } from '../../shell/language.tsx';
import { fundTexts } from './texts.ts';

type Row = Shape<'PaymentRow'>;

const types = {
  xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
  csv: 'text/csv',
} as const;

/** What the finance bureau pays next, and the list to pay by (R26). */
export default function PaymentsPage() {
  const api = useApi();
  const texts = useTexts(fundTexts);
  const isFinance = useHasRole('finance');
  const [problem, setProblem] = useState<Problem | null>(null);
  const listing = useList('/v1/fund/payment-list');

  const save = async (ending: keyof typeof types): Promise<void> => {
    const outcome = await api.document('/v1/fund/payment-list', types[ending]);
    setProblem(outcome.kind === 'refused' ? outcome.problem : null);
    if (outcome.kind === 'done') saveFile(`${texts.payments}.${ending}`, outcome.value);
  };
  const columns: readonly Column<Row>[] = [
    linkColumn(
      'enterprise',
      texts.enterprise,
      ({ enterpriseName, creditCode }) => enterpriseName ?? creditCode,
      ({ claimId }) => `/claims/${claimId}`,
    ),
    textColumn(
      'institution',
      texts.institution,
      ({ institutionName, institutionId }) => institutionName ?? institutionId,
    ),
    textColumn('contract', texts.contract, ({ contractNumber }) => contractNumber),
    textColumn('settledOn', texts.settledOn, ({ settledOn }) => settledOn),
    amountColumn('loss', texts.loss, ({ lossFen }) => lossFen),
    amountColumn('fund', texts.fund, ({ shares }) => shares?.fundFen),
    amountColumn('setOff', texts.setOff, ({ setOffFen }) => setOffFen),
    amountColumn('toPay', texts.toPay, ({ payableFen }) => payableFen),
    ...(isFinance
      ? [
          {
            key: 'action',
            title: texts.action,
            value: () => null,
            isUnsorted: true,
            show: ({ claimId, version, payableFen }: Row) => (
              <PayDialog claimId={claimId} version={version} payableFen={payableFen ?? 0} onDone={listing.reload} />
            ),
          },
        ]
      : []),
  ];
  return (
    <>
      <PageHead title={texts.payments}>
        <Button onClick={() => save('xlsx')}>{texts.xlsx}</Button>
        <Button onClick={() => save('csv')}>{texts.csv}</Button>
      </PageHead>
      <ProblemNotice problem={problem} onDismiss={() => setProblem(null)} />
      <FilteredList
        title={texts.payments}
        says={texts.paymentsSays}
        listing={listing}
        columns={columns}
        keyOf={({ claimId }) => claimId}
      />
    </>
  );
}
