import { type ReactNode, useEffect } from 'react';
import { useTexts } from '../shell/language.tsx';
import { shellTexts } from '../shell/texts.ts';

interface PageHeadProps {
  readonly title: string;
  /** Beside the title: a state, a code. */
  readonly beside?: ReactNode;
  readonly children?: ReactNode;
}

/** The heading of a page, with what can be done at its right; also names the browser's tab. */
export function PageHead({ title, beside, children }: PageHeadProps) {
  const { system } = useTexts(shellTexts);
  useEffect(() => {
    document.title = `${title} · ${system}`;
  }, [title, system]);
  return (
    <div className="head">
      <h1>{title}</h1>
      {beside}
      {children !== undefined && <div className="head-actions">{children}</div>}
    </div>
  );
}
