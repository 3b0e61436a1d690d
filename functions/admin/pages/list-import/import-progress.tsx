import { Progress } from 'antd';
import type { Shape } from '../../api/calls.ts';
import { filled } from '../../parts/texts.ts';
import { useTexts } from '../../shell/language.tsx';
import { listImportTexts } from './texts.ts';

/** How far an import is. */
export function ImportProgress({ value }: { readonly value: Shape<'Import'> }) {
  const texts = useTexts(listImportTexts);
  const { processed, total, state } = value;
  if (state === 'done') return null;
  const said = filled(texts.previewing, { processed, total });
  return (
    <div role="status">
      {said}
      <Progress aria-label={texts.progress} percent={total === 0 ? 0 : Math.floor((processed / total) * 100)} />
    </div>
  );
}
