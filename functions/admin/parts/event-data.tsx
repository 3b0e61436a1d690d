import { useTexts } from '../shell/language.tsx';
import { partTexts } from './texts.ts';

interface EventDataProps {
  readonly data: Readonly<Record<string, unknown>>;
  readonly hash: string;
}

/** What an event says, as the trail keeps it: for those who look closer. */
export function EventData({ data, hash }: EventDataProps) {
  const texts = useTexts(partTexts);
  return (
    <details className="event no-print">
      <summary>{texts.expand}</summary>
      <dl className="facts">
        {Object.entries(data).map(([name, value]) => (
          <div key={name} className="fact">
            <dt className="code">{name}</dt>
            <dd>{typeof value === 'object' && value !== null ? JSON.stringify(value) : String(value)}</dd>
          </div>
        ))}
        <div className="fact">
          <dt>{texts.hash}</dt>
          <dd className="code">{hash}</dd>
        </div>
      </dl>
    </details>
  );
}
