import { Button } from 'antd';
import { useState } from 'react';
import type { Shape } from '../../api/calls.ts';
import type { Problem } from '../../api/problem.ts';
import { useApi } from '../../api/use-api.ts';
import { useList } from '../../api/use-list.ts';
import type { Column } from '../../parts/column.ts';
import { instantText } from '../../parts/day.ts';
import { ListPage } from '../../parts/list-page.tsx';
import { numberColumn } from '../../parts/number-column.ts';
import { optionsOf } from '../../parts/options.ts';
import { ProblemNotice } from '../../parts/problem-notice.tsx';
import { saveFile } from '../../parts/save-file.ts';
import { textColumn } from '../../parts/text-column.ts';
import { useFilters } from '../../parts/use-filters.ts';
import { useTexts } from '../../shell/language.tsx';
import { useWords } from '../../words/words.ts';
import { accessLogTexts } from './access-log-texts.ts';

type Entry = Shape<'AccessEntry'>;

/** The access log (访问日志): sign-ins, refusals, exports and downloads. A sheet of it is an entry, too. */
export default function AccessLogPage() {
  const texts = useTexts(accessLogTexts);
  const words = useWords();
  const api = useApi();
  const [problem, setProblem] = useState<Problem | null>(null);
  const filters = useFilters('from', 'to', 'sub', 'org', 'kind', 'outcome');
  const { from, to, sub, org } = filters.values;
  const query = {
    from,
    to,
    sub,
    org,
    kind: filters.values.kind as Entry['kind'] | undefined,
    outcome: filters.values.outcome as Entry['outcome'] | undefined,
  };
  const listing = useList('/v1/access-log', { query });
  const kinds = {
    'sign-in': texts.signIn,
    download: texts.download,
    export: texts.exported,
    call: texts.call,
  } satisfies Readonly<Record<Entry['kind'], string>>;
  const outcomes = { allowed: texts.allowed, refused: texts.refused } satisfies Readonly<
    Record<Entry['outcome'], string>
  >;

  const save = async (): Promise<void> => {
    const outcome = await api.document('/v1/access-log', 'text/csv', { query });
    setProblem(outcome.kind === 'refused' ? outcome.problem : null);
    if (outcome.kind === 'done') saveFile(`${texts.title}.csv`, outcome.value);
  };
  const columns: readonly Column<Entry>[] = [
    textColumn('at', texts.at, ({ at }) => instantText(at)),
    textColumn('kind', texts.kind, ({ kind }) => kinds[kind]),
    textColumn('outcome', texts.outcome, ({ outcome }) => outcomes[outcome]),
    textColumn('sub', texts.sub, (row) => row.sub),
    textColumn('org', texts.org, (row) => row.org && words.unit(row.org)),
    textColumn('operation', texts.operation, ({ operationId }) => operationId),
    textColumn('path', texts.path, ({ path }) => path),
    textColumn('code', texts.code, ({ status, code }) => (code === null ? String(status) : `${status} ${code}`)),
    textColumn('address', texts.address, ({ address }) => address),
    numberColumn('count', texts.count, ({ count }) => count),
  ];
  return (
    <>
      <ProblemNotice problem={problem} onDismiss={() => setProblem(null)} />
      <ListPage
        title={texts.title}
        says={texts.says}
        actions={<Button onClick={save}>{texts.csv}</Button>}
        filters={filters}
        fields={[
          { kind: 'day', name: 'from', label: texts.from },
          { kind: 'day', name: 'to', label: texts.to },
          { kind: 'text', name: 'sub', label: texts.sub, hint: texts.subHint, width: 180 },
          { kind: 'text', name: 'org', label: texts.org, hint: texts.orgHint, width: 180 },
          { kind: 'choice', name: 'kind', label: texts.kind, options: optionsOf(kinds) },
          { kind: 'choice', name: 'outcome', label: texts.outcome, options: optionsOf(outcomes) },
        ]}
        listing={listing}
        columns={columns}
        keyOf={({ accessId }) => accessId}
      />
    </>
  );
}
