import { useRead } from '../../../api/use-read.ts';
import { useTexts } from '../../../shell/language.tsx';
import { overviewTexts } from '../texts.ts';
import { QueueEntry } from './queue-entry.tsx';

/** Nightly checks that found something. */
export function AuditorQueue() {
  const texts = useTexts(overviewTexts);
  const { value } = useRead('/v1/audit/checks', { query: { limit: 50 } }, { everyMs: 60_000 });
  const failed = value?.items.filter(({ ok }) => ok === false);
  return <QueueEntry count={failed?.length ?? null} name={texts.failedChecks} to="/audit/checks" />;
}
