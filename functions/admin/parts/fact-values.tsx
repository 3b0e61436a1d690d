import type { ReactNode } from 'react';
import type { FactKind, FactValues } from '../../../shared/contracts/refusal-facts.ts';
import { useLanguage } from '../shell/language.tsx';
import { useWords } from '../words/words.ts';
import { Amount } from './amount.tsx';
import { countText } from './count-text.ts';
import { instantText } from './day.ts';
import { useInstitutionName } from './institution-names.tsx';
import { rateText } from './rate.ts';
import { anyStateWord, stateWord } from './state-word.ts';

/** As they are answered: defects with their words. */
interface AnsweredValues extends Omit<FactValues, 'defects'> {
  readonly defects: readonly { readonly message: string }[];
}

type Shown = { readonly [Kind in FactKind]: (value: AnsweredValues[Kind]) => ReactNode };

/** How a fact of each kind is shown: a new kind does not compile until somebody said how. */
export function useFactValue(): (kind: FactKind, value: unknown) => ReactNode {
  const { language } = useLanguage();
  const words = useWords();
  const nameOf = useInstitutionName();
  const asIs = (value: string | number): string => String(value);
  const each = (named: (word: string) => string) => (value: string) =>
    value === ''
      ? '—'
      : value
          .split(', ')
          .map(named)
          .join(language === 'zh' ? '、' : ', ');
  const shown: Shown = {
    fen: (value) => <Amount fen={value} />,
    count: countText,
    bp: (value) => rateText(value),
    ppm: (value) => rateText(null, value),
    year: asIs,
    figure: asIs,
    day: asIs,
    instant: instantText,
    flag: (value) => words.names.flags[value ? 'true' : 'false'],
    id: asIs,
    text: asIs,
    organisation: (value) => (value in words.names.units ? words.unit(value) : nameOf(value)),
    state: each((state) => anyStateWord(state, language)),
    'institution-state': (value) => stateWord('institution', value, language),
    'loan-state': (value) => stateWord('loan', value, language),
    'document-state': (value) => stateWord('document', value, language),
    role: each(words.role),
    unit: each(words.unit),
    category: each(words.category),
    mode: words.mode,
    kind: words.kind,
    evidence: words.evidence,
    basis: words.basis,
    family: words.family,
    defects: (value) => (
      <ul>
        {value.map(({ message }) => (
          <li key={message}>{message}</li>
        ))}
      </ul>
    ),
  };
  return (kind, value) => (shown[kind] as (value: unknown) => ReactNode)(value);
}
