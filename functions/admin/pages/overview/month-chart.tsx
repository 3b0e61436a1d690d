import type { Shape } from '../../api/calls.ts';
import { amountText, largeAmount } from '../../parts/money.ts';
import { Panel } from '../../parts/panel.tsx';
import { useLanguage, useTexts } from '../../shell/language.tsx';
import { usePunctuation } from '../../shell/punctuation.ts';
import { overviewTexts } from './texts.ts';

const monthsShown = 24;
const width = 960;
const height = 200;
const left = 8;
const bottom = 24;
const top = 22;

/** What was lent month by month: bars to look at, the same figures as a table to read. */
export function MonthChart({ months }: { readonly months: Shape<'Statistics'>['byMonth'] }) {
  const texts = useTexts(overviewTexts);
  const { labelled } = usePunctuation();
  const { language } = useLanguage();
  const shown = months.slice(-monthsShown);
  const most = Math.max(1, ...shown.map(({ amountFen }) => amountFen));
  const step = (width - left) / Math.max(1, shown.length);
  const heightOf = (fen: number): number => (fen / most) * (height - bottom - top);
  return (
    <Panel title={texts.byMonth}>
      {shown.length === 0 ? (
        <p className="quiet">{texts.noData}</p>
      ) : (
        <svg className="months" viewBox={`0 0 ${width} ${height}`} role="img" aria-label={texts.byMonth}>
          {shown.map(({ month, count, amountFen }, index) => {
            const x = left + index * step;
            const tall = heightOf(amountFen);
            const { figure, unit } = largeAmount(amountFen, language);
            return (
              <g key={month}>
                <title>
                  {labelled(
                    month,
                    `${amountText(amountFen, language)} · ${texts.count.replace('{count}', String(count))}`,
                  )}
                </title>
                <rect
                  className="bar"
                  x={x + step * 0.14}
                  width={step * 0.72}
                  y={height - bottom - tall}
                  height={tall}
                  rx={2}
                />
                {amountFen === most && (
                  <text
                    className="bar-text"
                    x={Math.min(Math.max(x + step / 2, 50), width - 50)}
                    y={height - bottom - tall - 6}
                    textAnchor="middle"
                  >
                    {figure} {unit}
                  </text>
                )}
                {(index % 3 === 0 || shown.length <= 12) && (
                  <text className="axis-text" x={x + step / 2} y={height - 7} textAnchor="middle">
                    {month}
                  </text>
                )}
              </g>
            );
          })}
          <line className="axis" x1={left} x2={width} y1={height - bottom} y2={height - bottom} />
        </svg>
      )}
    </Panel>
  );
}
