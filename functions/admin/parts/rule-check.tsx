import type { Shape } from '../api/calls.ts';
import { useLanguage } from '../shell/language.tsx';
import type { Name } from '../words/name.ts';
import { Facts } from './facts.tsx';
import { ruleNames } from './rule-names.ts';

/** Rules one by one, whether each holds, and by which figures. */
export function RuleCheck({ reasons }: { readonly reasons: Shape<'Eligibility'>['reasons'] }) {
  const { language } = useLanguage();
  const nameOf = (rule: string): string => (ruleNames as Readonly<Record<string, Name>>)[rule]?.[language] ?? '';
  return (
    <ul className="rules">
      {reasons.map(({ rule, ok, facts }) => (
        <li key={rule}>
          <span className={`state state-${ok ? 'good' : 'bad'}`}>{nameOf(ok ? 'ok' : 'notOk')}</span>
          <strong>
            {rule} {nameOf(rule)}
          </strong>
          <Facts of={rule} facts={facts} />
        </li>
      ))}
    </ul>
  );
}
