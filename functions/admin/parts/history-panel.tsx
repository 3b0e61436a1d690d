import { Alert, Button, Timeline } from 'antd';
import { useState } from 'react';
import type { GetPath, ParamsOf, QueryOf, Shape } from '../api/calls.ts';
import type { Problem } from '../api/problem.ts';
import { useApi } from '../api/use-api.ts';
import { useList } from '../api/use-list.ts';
import { useHasRole } from '../session/use-session.ts';
import { useTexts } from '../shell/language.tsx';
import { useWords } from '../words/words.ts';
import { useActorName } from './actor-name.ts';
import { instantText } from './day.ts';
import { EventData } from './event-data.tsx';
import { Panel } from './panel.tsx';
import { ProblemNotice } from './problem-notice.tsx';
import { filled, partTexts } from './texts.ts';

type HistoryPath = Extract<GetPath, `${string}/history`>;
type Verification = Shape<'Verification'>;

interface HistoryPanelProps<Path extends HistoryPath> {
  readonly path: Path;
  readonly params: ParamsOf<Path>;
  /** As the verification names it. */
  readonly kind: NonNullable<QueryOf<'/v1/audit/verification'>['kind']>;
  readonly id: string;
}

/** What happened to a resource, newest first; auditor and office verify the chain in place. */
export function HistoryPanel<Path extends HistoryPath>({ path, params, kind, id }: HistoryPanelProps<Path>) {
  const api = useApi();
  const texts = useTexts(partTexts);
  const words = useWords();
  const actorName = useActorName();
  const mayVerify = useHasRole('office', 'auditor');
  const listing = useList(path, { params });
  const [verification, setVerification] = useState<Verification | null>(null);
  const [problem, setProblem] = useState<Problem | null>(null);
  const events = listing.items as readonly Shape<'HistoryEvent'>[];

  const verify = async (): Promise<void> => {
    const outcome = await api.get('/v1/audit/verification', { query: { kind, id } });
    setProblem(outcome.kind === 'refused' ? outcome.problem : null);
    setVerification(outcome.kind === 'done' ? outcome.value : null);
  };

  return (
    <Panel title={texts.history}>
      {mayVerify && (
        <p className="no-print">
          <Button size="small" onClick={verify}>
            {texts.verify}
          </Button>
        </p>
      )}
      <ProblemNotice problem={listing.problem ?? problem} />
      {verification && (
        <Alert
          className="problem"
          role="status"
          showIcon
          type={verification.ok ? 'success' : 'error'}
          title={
            verification.ok
              ? filled(texts.verified, { events: verification.events })
              : filled(texts.broken, { at: verification.brokenAt ?? 0 })
          }
        />
      )}
      <Timeline
        items={[...events].reverse().map((event) => ({
          key: event.sequence,
          content: (
            <>
              <strong>{words.event(event.type)}</strong>{' '}
              <span className="quiet">
                {instantText(event.at)} · {actorName(event.actor)}
              </span>
              <EventData data={event.data} hash={event.hash} />
            </>
          ),
        }))}
      />
    </Panel>
  );
}
