import { useTexts } from '../shell/language.tsx';
import { useWords } from '../words/words.ts';
import { Amount } from './amount.tsx';
import { factNames } from './fact-names.ts';
import { useInstitutionName } from './institution-names.tsx';

/** The figures by which a rule decided. Amounts of the API's facts are fen; those are named here, all else is shown as it is. */
const amounts = new Set([
  'cap',
  'asked',
  'used',
  'left',
  'roundedUp',
  'applied',
  'approved',
  'outstanding',
  'claimed',
  'quota',
  'limit',
]);

type Fact = string | number | boolean;

export function Facts({ facts }: { readonly facts: Readonly<Record<string, unknown>> }) {
  const names = useTexts(factNames) as Readonly<Record<string, string>>;
  const words = useWords();
  const nameOf = useInstitutionName();
  const shown = Object.entries(facts).filter((entry): entry is [string, Fact] => typeof entry[1] !== 'object');
  const said = (name: string, value: string): string => {
    if (name === 'institutionId' || name === 'guarantorId') return nameOf(value);
    if (name === 'category' || name === 'categories') return value.split(', ').map(words.category).join('、');
    return names[value] ?? value;
  };
  if (shown.length === 0) return null;
  return (
    <dl className="facts">
      {shown.map(([name, value]) => (
        <div key={name} className="fact">
          <dt>{names[name] ?? name}</dt>
          <dd>
            {typeof value === 'number' && (amounts.has(name) || name.endsWith('Fen')) ? (
              <Amount fen={value} />
            ) : typeof value === 'boolean' ? (
              names[String(value)]
            ) : (
              said(name, String(value)) || '—'
            )}
          </dd>
        </div>
      ))}
    </dl>
  );
}
