import type { Page } from '../../../api/calls.ts';
import { useRead } from '../../../api/use-read.ts';
import { useTexts } from '../../../shell/language.tsx';
import { overviewTexts } from '../texts.ts';
import { QueueEntry } from './queue-entry.tsx';

const often = { everyMs: 30_000 };
const countOf = (page: Page<unknown> | null) => ({
  count: page === null ? null : page.items.length,
  isMore: page !== null && page.nextCursor !== null,
});

/** What waits for the joint-conference office. */
export function OfficeQueue() {
  const texts = useTexts(overviewTexts);
  const applications = useRead('/v1/applications', { query: { state: 'approved-by-institution', limit: 200 } }, often);
  const submitted = useRead('/v1/claims', { query: { state: 'submitted', limit: 200 } }, often);
  const accepted = useRead('/v1/claims', { query: { state: 'accepted', limit: 200 } }, often);
  const inclusions = useRead('/v1/inclusions', { query: { state: 'submitted', limit: 200 } }, often);
  const imports = useRead('/v1/imports', { query: { limit: 50 } }, often);
  const policies = useRead('/v1/policies', {}, often);
  const meetings = useRead('/v1/meetings', { query: { state: 'open' } }, often);
  const awaiting = imports.value?.items.filter(({ state }) => state === 'awaiting-release');
  const drafts = policies.value?.items.filter(({ state }) => state === 'draft');
  return (
    <>
      <QueueEntry
        {...countOf(applications.value)}
        name={texts.toConfirm}
        to="/reviews"
        query={{ state: 'approved-by-institution' }}
      />
      <QueueEntry {...countOf(submitted.value)} name={texts.toAccept} to="/claims" query={{ state: 'submitted' }} />
      <QueueEntry {...countOf(accepted.value)} name={texts.toConvene} to="/meetings/new" />
      <QueueEntry
        {...countOf(inclusions.value)}
        name={texts.inclusionsToConvene}
        to="/inclusions"
        query={{ state: 'submitted' }}
      />
      <QueueEntry count={awaiting?.length ?? null} name={texts.toRelease} to="/enterprises/imports" />
      <QueueEntry count={drafts?.length ?? null} name={texts.drafts} to="/policies" />
      <QueueEntry {...countOf(meetings.value)} name={texts.openMeetings} to="/meetings" query={{ state: 'open' }} />
    </>
  );
}
