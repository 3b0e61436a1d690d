import { Button } from 'antd';
import { useCallback } from 'react';
import type { Shape } from '../../api/calls.ts';
import { useList } from '../../api/use-list.ts';
import { daysFromToday } from '../../parts/day.ts';
import { ListPage } from '../../parts/list-page.tsx';
import { optionsOf } from '../../parts/options.ts';
import { useFilters } from '../../parts/use-filters.ts';
import { useBankOptions } from '../../parts/use-institution-options.ts';
import { useStateOptions } from '../../parts/use-state-options.ts';
import { useHasRole } from '../../session/use-session.ts';
import { hrefOf } from '../../shell/address.ts';
import { useTexts } from '../../shell/language.tsx';
import { useWords } from '../../words/words.ts';
import { loansTexts } from './texts.ts';
import { useLoanColumns } from './use-loan-columns.tsx';

type Loan = Shape<'Loan'>;

/** All loans that whoever looks may see. */
export default function LoansPage() {
  const texts = useTexts(loansTexts);
  const words = useWords();
  const columns = useLoanColumns();
  const isOffice = useHasRole('office');
  const filters = useFilters('state', 'institutionId', 'mode', 'maturing', 'contract');
  const { state, institutionId, mode, maturing, contract } = filters.values;
  const listing = useList('/v1/loans', {
    query: {
      state: state as Loan['state'],
      institutionId,
      ...(maturing !== '' && { maturingBefore: daysFromToday(Number(maturing) + 1) }),
      contractNumber: contract,
    },
  });
  const filter = useCallback((loan: Loan) => mode === '' || loan.mode === mode, [mode]);
  const maturingOptions = optionsOf({ 30: texts.within30, 90: texts.within90 });
  return (
    <ListPage
      title={texts.title}
      actions={isOffice && <Button href={hrefOf('/loans/import')}>{texts.importLoans}</Button>}
      filters={filters}
      fields={[
        { kind: 'text', name: 'contract', label: texts.contract, hint: texts.searchContract, width: 240 },
        { kind: 'choice', name: 'state', label: texts.state, options: useStateOptions('loan') },
        { kind: 'choice', name: 'institutionId', label: texts.institution, options: useBankOptions() },
        { kind: 'choice', name: 'mode', label: texts.mode, options: optionsOf(words.names.modes) },
        { kind: 'choice', name: 'maturing', label: texts.maturing, options: maturingOptions },
      ]}
      listing={listing}
      columns={columns}
      keyOf={({ loanId }) => loanId}
      filter={filter}
    />
  );
}
