import type { Shape } from '../../api/calls.ts';
import { useList } from '../../api/use-list.ts';
import { amountColumn } from '../../parts/amount-column.tsx';
import type { Column } from '../../parts/column.ts';
import { FilteredList } from '../../parts/filtered-list.tsx';
import { useInstitutionName } from '../../parts/institution-names.tsx';
import { textColumn } from '../../parts/text-column.ts';
import { useHasRole } from '../../session/use-session.ts';
import { useTexts } from '../../shell/language.tsx';
import { useWords } from '../../words/words.ts';
import { EnterAgreement } from './enter-agreement.tsx';
import { institutionsTexts } from './texts.ts';

type Agreement = Shape<'Agreement'>;

/** Guarantee agreements with what is left of their quota (R12). */
export function Agreements() {
  const texts = useTexts(institutionsTexts);
  const words = useWords();
  const nameOf = useInstitutionName();
  const isOffice = useHasRole('office');
  const listing = useList('/v1/agreements');
  const columns: readonly Column<Agreement>[] = [
    textColumn('kind', texts.kind, ({ kind }) => words.kind(kind)),
    textColumn('parties', texts.parties, ({ parties }) => parties.map(nameOf).join('、')),
    textColumn('signedOn', texts.signedOn, ({ signedOn }) => signedOn),
    textColumn('validUntil', texts.validUntil, ({ validUntil }) => validUntil),
    amountColumn('quota', texts.quota, ({ quotaFen }) => quotaFen),
    amountColumn('used', texts.used, ({ usedFen }) => usedFen),
    amountColumn('left', texts.left, ({ leftFen }) => leftFen),
  ];
  return (
    <FilteredList
      heading={texts.agreements}
      title={texts.agreements}
      tools={isOffice && <EnterAgreement onDone={listing.reload} />}
      listing={listing}
      columns={columns}
      keyOf={({ agreementId }) => agreementId}
    />
  );
}
