import { type FactKind, reasonFacts, refusalFacts } from '../../../shared/contracts/refusal-facts.ts';
import { useLanguage } from '../shell/language.tsx';
import { factName } from './fact-names.ts';
import { useFactValue } from './fact-values.tsx';

const declared: Readonly<Record<string, Readonly<Record<string, string>>>> = { ...refusalFacts, ...reasonFacts };

/** What a fact is: of a refusal by its code, of a reason by its rule. What this page does not know yet is text. */
const kindOf = (of: string, name: string): FactKind => (declared[of]?.[name]?.replace('?', '') ?? 'text') as FactKind;

interface FactsProps {
  /** The refusal's code, or the reason's rule. */
  readonly of: string;
  readonly facts: Readonly<Record<string, unknown>>;
}

/** The figures by which a rule decided, each by its kind. */
export function Facts({ of, facts }: FactsProps) {
  const { language } = useLanguage();
  const shown = useFactValue();
  const entries = Object.entries(facts).filter(([, value]) => value !== null);
  if (entries.length === 0) return null;
  return (
    <dl className="facts">
      {entries.map(([name, value]) => (
        <div key={name} className="fact">
          <dt>{factName(of, name)[language]}</dt>
          <dd>{shown(kindOf(of, name), value)}</dd>
        </div>
      ))}
    </dl>
  );
}
