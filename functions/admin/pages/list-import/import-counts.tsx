import type { ImportTotal } from '../../imports/total-of.ts';
import { countText } from '../../parts/count-text.ts';
import { useTexts } from '../../shell/language.tsx';
import { listImportTexts } from './texts.ts';

/** What has become of the rows. */
export function ImportCounts({ value }: { readonly value: Omit<ImportTotal, 'processed' | 'extent'> }) {
  const texts = useTexts(listImportTexts);
  const counts = [
    [texts.added, value.added],
    [texts.updated, value.updated],
    [texts.unchanged, value.unchanged],
    [texts.revoked, value.revoked],
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
