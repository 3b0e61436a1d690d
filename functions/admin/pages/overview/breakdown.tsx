import type { Shape } from '../../api/calls.ts';
import { amountText } from '../../parts/money.ts';
import { filled } from '../../parts/texts.ts';
import { useLanguage, useTexts } from '../../shell/language.tsx';
import { stateWords } from '../../words/states.ts';
import { useWords } from '../../words/words.ts';
import { Bars } from './bars.tsx';
import { overviewTexts } from './texts.ts';

/** The same figures by security, institution, guarantor, category, and the claims by where they stand. */
export function Breakdown({ statistics }: { readonly statistics: Shape<'Statistics'> }) {
  const texts = useTexts(overviewTexts);
  const words = useWords();
  const { language } = useLanguage();
  const amount = (fen: number, count: number) => `${amountText(fen, language)} · ${filled(texts.count, { count })}`;
  const lending = (rows: Shape<'Statistics'>['byGuarantor']) =>
    rows.map(({ institutionId, name, loansCount, loansCumulativeFen }) => ({
      key: institutionId,
      name,
      size: loansCumulativeFen,
      says: amount(loansCumulativeFen, loansCount),
      to: '/loans',
      query: { institutionId },
    }));
  return (
    <div className="breakdown">
      <Bars
        title={texts.byMode}
        bars={Object.entries(statistics.byMode).map(([mode, { count, amountFen }]) => ({
          key: mode,
          name: words.mode(mode),
          size: amountFen,
          says: amount(amountFen, count),
          isMarked: mode === 'credit' || mode === 'ip-pledge',
        }))}
      />
      <Bars
        title={texts.byCategory}
        bars={Object.entries(statistics.byCategory).map(([category, count]) => ({
          key: category,
          name: words.category(category),
          size: count,
          says: filled(texts.firms, { count }),
          to: '/enterprises',
          query: { category, listed: 'true' },
        }))}
      />
      <Bars title={texts.byInstitution} bars={lending(statistics.byInstitution)} />
      <Bars
        title={texts.claimsByState}
        bars={Object.entries(statistics.claims)
          .filter(([, { count }]) => count > 0)
          .map(([state, { count, amountFen }]) => ({
            key: state,
            name: stateWords.claim[state as keyof typeof stateWords.claim][language],
            size: amountFen,
            says: amount(amountFen, count),
            to: '/claims',
            query: { state },
          }))}
      />
      {statistics.byGuarantor.length > 0 && (
        <Bars
          title={texts.byGuarantor}
          bars={lending(statistics.byGuarantor).map(({ to: _, query: __, ...bar }) => bar)}
        />
      )}
    </div>
  );
}
