import { Progress } from 'antd';
import { countText } from '../../parts/count-text.ts';
import { filled } from '../../parts/texts.ts';
import { useTexts } from '../../shell/language.tsx';
import { listImportTexts } from './texts.ts';

interface ImportProgressProps {
  /** With `{done}` and `{of}`. */
  readonly says: string;
  readonly done: number;
  readonly of: number;
}

/** How far something long is. */
export function ImportProgress({ says, done, of }: ImportProgressProps) {
  const texts = useTexts(listImportTexts);
  return (
    <div role="status">
      {filled(says, { done: countText(done), of: countText(of) })}
      <Progress aria-label={texts.progress} percent={of === 0 ? 0 : Math.floor((done / of) * 100)} />
    </div>
  );
}
