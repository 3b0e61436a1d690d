import type { Shape } from '../../api/calls.ts';
import { useList } from '../../api/use-list.ts';
import type { Column } from '../../parts/column.ts';
import { instantText } from '../../parts/day.ts';
import { ListTable } from '../../parts/list-table.tsx';
import { PageHead } from '../../parts/page-head.tsx';
import { Panel } from '../../parts/panel.tsx';
import { StateMark } from '../../parts/state-mark.tsx';
import { textColumn } from '../../parts/text-column.ts';
import { hrefOf } from '../../shell/address.ts';
import { useTexts } from '../../shell/language.tsx';
import { auditTexts } from './texts.ts';

type Check = Shape<'CheckSummary'>;

/** The runs of the nightly checks. */
export default function ChecksPage() {
  const texts = useTexts(auditTexts);
  const listing = useList('/v1/audit/checks');
  const nameOf = (check: string): string => (texts as Readonly<Record<string, string>>)[check] ?? check;
  const columns: readonly Column<Check>[] = [
    {
      key: 'check',
      title: texts.check,
      value: ({ check }) => nameOf(check),
      show: ({ check, checkId }) => <a href={hrefOf(`/audit/checks/${checkId}`)}>{nameOf(check)}</a>,
    },
    textColumn('started', texts.started, ({ startedAt }) => instantText(startedAt)),
    textColumn('finished', texts.finished, ({ finishedAt }) => instantText(finishedAt)),
    {
      key: 'examined',
      title: texts.examined,
      value: ({ examined }) => examined,
      show: ({ examined }) => examined,
      isNumber: true,
    },
    {
      key: 'findings',
      title: texts.findings,
      value: ({ findingsCount }) => findingsCount,
      show: ({ findingsCount }) => findingsCount,
      isNumber: true,
    },
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
      <PageHead title={texts.checks} />
      <Panel>
        <ListTable
          name={texts.checks}
          label={texts.checks}
          listing={listing}
          columns={columns}
          keyOf={({ checkId }) => checkId}
        />
      </Panel>
    </>
  );
}
