import type { Shape } from '../../api/calls.ts';
import { useList } from '../../api/use-list.ts';
import type { Column } from '../../parts/column.ts';
import { instantText } from '../../parts/day.ts';
import { linkColumn } from '../../parts/link-column.tsx';
import { ListPage } from '../../parts/list-page.tsx';
import { numberColumn } from '../../parts/number-column.ts';
import { StateMark } from '../../parts/state-mark.tsx';
import { textColumn } from '../../parts/text-column.ts';
import { useTexts } from '../../shell/language.tsx';
import { ParkedJobs } from './parked-jobs.tsx';
import { auditTexts } from './texts.ts';

type Check = Shape<'CheckSummary'>;

/** The runs of the nightly checks. */
export default function ChecksPage() {
  const texts = useTexts(auditTexts);
  const listing = useList('/v1/audit/checks');
  const nameOf = (check: string): string => (texts as Readonly<Record<string, string>>)[check] ?? check;
  const columns: readonly Column<Check>[] = [
    linkColumn(
      'check',
      texts.check,
      ({ check }) => nameOf(check),
      ({ checkId }) => `/audit/checks/${checkId}`,
    ),
    textColumn('started', texts.started, ({ startedAt }) => instantText(startedAt)),
    textColumn('finished', texts.finished, ({ finishedAt }) => instantText(finishedAt)),
    numberColumn('examined', texts.examined, ({ examined }) => examined),
    numberColumn('findings', texts.findings, ({ findingsCount }) => findingsCount),
    {
      key: 'result',
      title: texts.result,
      value: ({ ok }) => (ok === null ? null : ok ? texts.good : texts.bad),
      show: ({ ok, state }) =>
        ok === null ? (
          <StateMark of="check" state={state} />
        ) : (
          <span className={`state state-${ok ? 'good' : 'bad'}`}>{ok ? texts.good : texts.bad}</span>
        ),
    },
  ];
  return (
    <>
      <ListPage title={texts.checks} listing={listing} columns={columns} keyOf={({ checkId }) => checkId} />
      <ParkedJobs />
    </>
  );
}
