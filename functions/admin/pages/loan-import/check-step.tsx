import { Alert, Button } from 'antd';
import { useMemo } from 'react';
import type { Listing } from '../../api/use-list.ts';
import { changePlan } from '../../imports/import-plan.ts';
import type { PlannedImport } from '../../imports/use-plan.ts';
import { Amount } from '../../parts/amount.tsx';
import { countText } from '../../parts/count-text.ts';
import { useIsKnownInstitution } from '../../parts/institution-names.tsx';
import { ListTable } from '../../parts/list-table.tsx';
import { Panel } from '../../parts/panel.tsx';
import { filled } from '../../parts/texts.ts';
import type { LoanSheetRow } from '../../sheets/loan-rows.ts';
import { useTexts } from '../../shell/language.tsx';
import { loanImportTexts } from './texts.ts';
import { type ReadLoan, useReadLoanColumns } from './use-read-loan-columns.tsx';

interface CheckStepProps {
  readonly planned: PlannedImport;
  readonly onStartOver: () => void;
}

const nothing = (): void => undefined;
const numbers = ['amountFen', 'outstandingFen', 'annualRateBp', 'interestPaidFen'] as const;
const sumOf = (rows: readonly ReadLoan[], field: 'amountFen' | 'outstandingFen'): number =>
  rows.reduce((sum, { [field]: fen }) => sum + (typeof fen === 'number' ? fen : 0), 0);

/** What was read, loan by loan, and the button that imports it. The API has no dry run of loans. */
export function CheckStep({ planned: { plan, sheet }, onStartOver }: CheckStepProps) {
  const texts = useTexts(loanImportTexts);
  const columns = useReadLoanColumns();
  const isKnown = useIsKnownInstitution();
  const rows = useMemo(
    () => sheet.rows.map((row, index): ReadLoan => ({ ...(row as LoanSheetRow), row: index + 1 })),
    [sheet],
  );
  const listing: Listing<ReadLoan> = {
    items: rows,
    problem: null,
    isWhole: true,
    isLoading: false,
    reload: nothing,
    more: nothing,
  };
  const isUnread = (row: LoanSheetRow): boolean =>
    numbers.some((field) => typeof row[field] === 'string') ||
    [row.institutionId, row.guarantorId].some((id) => !isKnown(id === undefined ? null : String(id)));
  const unread = rows.filter(isUnread).length;
  return (
    <>
      <Panel title={texts.checkStep}>
        <dl className="counts">
          <div>
            <dt>{texts.loans}</dt>
            <dd className="figure">{countText(plan.rows)}</dd>
          </div>
          <div>
            <dt>{texts.lent}</dt>
            <dd>
              <Amount fen={sumOf(rows, 'amountFen')} />
            </dd>
          </div>
          <div>
            <dt>{texts.outstanding}</dt>
            <dd>
              <Amount fen={sumOf(rows, 'outstandingFen')} />
            </dd>
          </div>
        </dl>
        {unread > 0 && (
          <Alert
            className="problem"
            type="warning"
            showIcon
            title={filled(texts.unread, { count: countText(unread) })}
          />
        )}
        <div className="says">{texts.commitSays}</div>
        <div className="form-actions">
          <Button type="primary" onClick={() => changePlan(plan.id, (now) => ({ ...now, stage: 'commit' }))}>
            {texts.commit}
          </Button>
          <Button type="link" onClick={onStartOver}>
            {texts.startOver}
          </Button>
        </div>
      </Panel>
      <Panel>
        <ListTable title={texts.checkStep} listing={listing} columns={columns} keyOf={({ row }) => String(row)} />
      </Panel>
    </>
  );
}
