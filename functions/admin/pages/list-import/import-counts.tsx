import type { ImportTotal } from '../../imports/total-of.ts';
import { countText } from '../../parts/count-text.ts';
import type { SheetKind } from '../../sheets/read-file.ts';
import { useTexts } from '../../shell/language.tsx';
import { listImportTexts } from './texts.ts';

interface ImportCountsProps {
  /** Loans are neither changed nor revoked by an import. */
  readonly kind: SheetKind;
  readonly value: Omit<ImportTotal, 'processed' | 'extent'>;
}

/** What has become of the rows. */
export function ImportCounts({ kind, value }: ImportCountsProps) {
  const texts = useTexts(listImportTexts);
  const counts = [
    [texts.added, value.added],
    ...(kind === 'list' ? [[texts.updated, value.updated] as const] : []),
    [texts.unchanged, value.unchanged],
    ...(kind === 'list' ? [[texts.revoked, value.revoked] as const] : []),
    [texts.rejected, value.rejected],
  ] as const;
  return (
    <dl className="counts">
      {counts.map(([name, count]) => (
        <div key={name}>
          <dt>{name}</dt>
          <dd className="figure">{countText(count)}</dd>
        </div>
      ))}
    </dl>
  );
}
