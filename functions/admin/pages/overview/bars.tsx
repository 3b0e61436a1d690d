import { Panel } from '../../parts/panel.tsx';
import { hrefOf } from '../../shell/address.ts';
import { useTexts } from '../../shell/language.tsx';
import { overviewTexts } from './texts.ts';

export interface Bar {
  readonly key: string;
  readonly name: string;
  readonly size: number;
  /** The figure in words: a length alone says little. */
  readonly says: string;
  readonly isMarked?: boolean;
  readonly to?: string;
  readonly query?: Readonly<Record<string, string>>;
}

/** Parts of a whole, the largest first. */
export function Bars({ title, bars }: { readonly title: string; readonly bars: readonly Bar[] }) {
  const texts = useTexts(overviewTexts);
  const most = Math.max(1, ...bars.map(({ size }) => size));
  return (
    <Panel title={title}>
      {bars.length === 0 && <p className="quiet">{texts.noData}</p>}
      <ul className="bars">
        {[...bars]
          .sort((a, b) => b.size - a.size)
          .map(({ key, name, size, says, isMarked = false, to, query }) => (
            <li key={key}>
              <span className="bar-name">{to === undefined ? name : <a href={hrefOf(to, query)}>{name}</a>}</span>
              <span className="bar-says">{says}</span>
              <svg className="bar-line" viewBox="0 0 100 6" preserveAspectRatio="none" aria-hidden="true">
                <rect className={isMarked ? 'bar marked' : 'bar'} width={(size / most) * 100} height={6} />
              </svg>
            </li>
          ))}
      </ul>
    </Panel>
  );
}
