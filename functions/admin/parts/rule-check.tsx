import type { Shape } from '../api/calls.ts';
import { useTexts } from '../shell/language.tsx';
import { Facts } from './facts.tsx';
import { ruleNames } from './rule-names.ts';

/** Rules one by one, whether each holds, and by which figures. */
export function RuleCheck({ reasons }: { readonly reasons: Shape<'Eligibility'>['reasons'] }) {
  const names = useTexts(ruleNames) as Readonly<Record<string, string>>;
  return (
    <ul className="rules">
      {reasons.map(({ rule, ok, facts }) => (
        <li key={rule}>
          <span className={`state state-${ok ? 'good' : 'bad'}`}>{ok ? names.ok : names.notOk}</span>
          <strong>
            {rule} {names[rule] ?? ''}
          </strong>
          <Facts of={rule} facts={facts} />
        </li>
      ))}
    </ul>
  );
}
