import { useLanguage } from '../shell/language.tsx';
import { amountText, exactYuan } from './money.ts';

/** An amount in 万元, with the exact yuan on hover. */
export function Amount({ fen }: { readonly fen: number | null | undefined }) {
  const { language } = useLanguage();
  if (fen === null || fen === undefined) return <span className="quiet">—</span>;
  return (
    <span className="figure" title={language === 'zh' ? `${exactYuan(fen)} 元` : `${exactYuan(fen)} yuan`}>
      {amountText(fen, language)}
    </span>
  );
}
