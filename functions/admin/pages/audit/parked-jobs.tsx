import { Form, Input } from 'antd';
import type { Shape } from '../../api/calls.ts';
import { useList } from '../../api/use-list.ts';
import type { Column } from '../../parts/column.ts';
import { CommandDialog } from '../../parts/command-dialog.tsx';
import { instantText } from '../../parts/day.ts';
import { ListTable } from '../../parts/list-table.tsx';
import { numberColumn } from '../../parts/number-column.ts';
import { Panel } from '../../parts/panel.tsx';
import { textColumn } from '../../parts/text-column.ts';
import { useHasRole } from '../../session/use-session.ts';
import { useTexts } from '../../shell/language.tsx';
import { auditTexts } from './texts.ts';

type Job = Shape<'Job'>;

/** Work that was rung for during a day and not done; nothing is shown while there is none. The office has it tried again. */
export function ParkedJobs() {
  const texts = useTexts(auditTexts);
  const isOffice = useHasRole('office');
  const listing = useList('/v1/jobs', { query: { state: 'parked' } });
  if (listing.items.length === 0 && listing.problem === null) return null;
  const columns: readonly Column<Job>[] = [
    textColumn('task', texts.task, ({ task, about }) => [nameOf(texts, task), ...Object.values(about)].join(' ')),
    textColumn('since', texts.since, ({ since }) => instantText(since)),
    textColumn('parkedAt', texts.parkedAt, ({ parkedAt }) => parkedAt && instantText(parkedAt)),
    numberColumn('rings', texts.rings, ({ rings }) => rings),
    ...(isOffice ? [retryColumn(texts, listing.reload)] : []),
  ];
  return (
    <Panel title={texts.parkedJobs}>
      <ListTable title={texts.parkedJobs} listing={listing} columns={columns} keyOf={({ jobId }) => jobId} />
    </Panel>
  );
}

type Texts = ReturnType<typeof useTexts<typeof auditTexts.zh>>;

const nameOf = (texts: Texts, task: string): string => (texts as Readonly<Record<string, string>>)[task] ?? task;

const retryColumn = (texts: Texts, reload: () => void): Column<Job> => ({
  key: 'retry',
  title: texts.retryJob,
  value: () => null,
  isUnsorted: true,
  show: ({ jobId }) => (
    <CommandDialog<'/v1/jobs/{jobId}/retry', { reason: string }>
      title={texts.retryJob}
      isSmall
      path="/v1/jobs/{jobId}/retry"
      params={{ jobId }}
      draft={`retry ${jobId}`}
      says={texts.retrySays}
      submit={texts.retryJob}
      toBody={(values) => values}
      done={() => texts.retryDone}
      onDone={reload}
    >
      <Form.Item name="reason" label={texts.retryReason} rules={[{ required: true, whitespace: true }]}>
        <Input.TextArea rows={3} maxLength={2000} />
      </Form.Item>
    </CommandDialog>
  ),
});
