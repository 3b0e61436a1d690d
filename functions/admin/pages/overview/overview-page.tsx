import { useRead } from '../../api/use-read.ts';
import { todayHere } from '../../parts/day.ts';
import { DayInput } from '../../parts/day-input.tsx';
import { PageHead } from '../../parts/page-head.tsx';
import { ProblemNotice } from '../../parts/problem-notice.tsx';
import { useFilters } from '../../parts/use-filters.ts';
import { useTexts } from '../../shell/language.tsx';
import { Breakdown } from './breakdown.tsx';
import { Figures } from './figures.tsx';
import { FundFigures } from './fund-figures.tsx';
import { MonthChart } from './month-chart.tsx';
import { MyQueue } from './my-queue.tsx';
import { overviewTexts } from './texts.ts';
import './overview.css';

/** The first page: what waits for whoever looks, then the programme's figures as the city publishes them. */
export default function OverviewPage() {
  const texts = useTexts(overviewTexts);
  const filters = useFilters('asOf');
  const { asOf } = filters.values;
  const { value, problem } = useRead('/v1/statistics', asOf === '' ? {} : { query: { asOf } }, { everyMs: 60_000 });
  return (
    <>
      <PageHead title={texts.title} />
      <MyQueue statistics={value} />
      <ProblemNotice problem={problem} />
      <section className="panel">
        <h2 className="figures-head">
          {texts.figures}
          <span className="as-of no-print">
            {texts.asOf}
            <DayInput
              aria-label={texts.asOf}
              value={asOf === '' ? (value?.asOf ?? '') : asOf}
              max={todayHere()}
              onChange={(day) => filters.set('asOf', day === value?.asOf ? asOf : day)}
            />
          </span>
          {value && (
            <span className="print-only">
              {texts.asOf} {value.asOf}
            </span>
          )}
        </h2>
        {value && <Figures statistics={value} />}
      </section>
      {value && (
        <>
          <MonthChart months={value.byMonth} />
          <Breakdown statistics={value} />
        </>
      )}
      <FundFigures />
    </>
  );
}
