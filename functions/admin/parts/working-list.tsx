import type { Shape } from '../api/calls.ts';
import { useLanguage, useTexts } from '../shell/language.tsx';

const texts = { zh: { head: '计算过程' }, en: { head: 'Working' } };

/** How a payout was found, step by step, in the API's own sentences. */
export function WorkingList({ working }: { readonly working: Shape<'ClaimReadiness'>['estimate']['working'] | null }) {
  const { language } = useLanguage();
  const said = useTexts(texts);
  if (working === null || working.length === 0) return null;
  return (
    <details className="event" open>
      <summary>{said.head}</summary>
      <ol>
        {working.map(({ rule, what, text }) => (
          <li key={`${rule} ${what} ${text.zh}`}>
            <span className="quiet">{rule}</span> {text[language]}
          </li>
        ))}
      </ol>
    </details>
  );
}
