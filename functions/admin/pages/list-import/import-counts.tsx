import type { Shape } from '../../api/calls.ts';
import { useTexts } from '../../shell/language.tsx';
import { listImportTexts } from './texts.ts';

/** What has become of the rows. */
export function ImportCounts({ value }: { readonly value: Shape<'Import'> }) {
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
          <dd className="figure">{count}</dd>
        </div>
      ))}
    </dl>
  );
}
