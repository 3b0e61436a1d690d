import { Alert, Button, Input, Select } from 'antd';
import { useId, useState } from 'react';
import type { QueryOf, Shape } from '../../api/calls.ts';
import type { Outcome, Problem } from '../../api/problem.ts';
import { useApi } from '../../api/use-api.ts';
import { Panel } from '../../parts/panel.tsx';
import { ProblemNotice } from '../../parts/problem-notice.tsx';
import { filled } from '../../parts/texts.ts';
import { useTexts } from '../../shell/language.tsx';
import { useWords } from '../../words/words.ts';
import { auditTexts } from './texts.ts';

type Kind = NonNullable<QueryOf<'/v1/audit/verification'>['kind']>;

interface Found {
  readonly events: number;
  readonly broken: readonly { readonly id: string; readonly brokenAt: number }[];
  readonly isOver: boolean;
}

/** Verifies one history, or page by page those of a whole kind, and names the first record that does not fit. */
export function VerifyKind() {
  const api = useApi();
  const texts = useTexts(auditTexts);
  const words = useWords();
  const [kind, setKind] = useState<Kind>('enterprises');
  const [id, setId] = useState('');
  const [found, setFound] = useState<Found | null>(null);
  const [problem, setProblem] = useState<Problem | null>(null);
  const [isBusy, setBusy] = useState(false);
  const [kindField, idField] = [useId(), useId()];

  const verify = async (): Promise<void> => {
    setBusy(true);
    setProblem(null);
    let sum: Found = { events: 0, broken: [], isOver: false };
    let cursor: string | null = null;
    do {
      const outcome: Outcome<Shape<'Verification'>> = await api.get('/v1/audit/verification', {
        query: { kind, ...(id.trim() !== '' && { id: id.trim() }), ...(cursor !== null && { cursor }) },
      });
      if (outcome.kind === 'refused') {
        setProblem(outcome.problem);
        break;
      }
      const { ok, events, brokenAt, broken }: Shape<'Verification'> = outcome.value;
      const more = broken ?? (ok ? [] : [{ id: id.trim(), brokenAt: brokenAt ?? 0 }]);
      sum = { events: sum.events + events, broken: [...sum.broken, ...more], isOver: !outcome.value.nextCursor };
      setFound(sum);
      cursor = outcome.value.nextCursor ?? null;
    } while (cursor !== null);
    setBusy(false);
  };

  return (
    <Panel title={texts.verification}>
      <p className="quiet">{texts.verificationSays}</p>
      <div className="filters">
        <label htmlFor={kindField}>
          {texts.kind}
          <Select
            id={kindField}
            className="filter-select"
            value={kind}
            onChange={setKind}
            options={Object.entries(words.names.resources).map(([value, label]) => ({ value: value as Kind, label }))}
          />
        </label>
        <label htmlFor={idField}>
          {texts.id}
          <Input id={idField} value={id} onChange={({ target }) => setId(target.value)} />
        </label>
        <Button type="primary" loading={isBusy} onClick={verify}>
          {texts.verify}
        </Button>
      </div>
      <ProblemNotice problem={problem} />
      {found && problem === null && (
        <Alert
          role="status"
          showIcon
          type={found.broken.length > 0 ? 'error' : found.isOver ? 'success' : 'info'}
          title={
            found.broken.length > 0
              ? texts.broken
              : filled(found.isOver ? texts.ok : texts.running, { events: found.events })
          }
          description={found.broken
            .map((each) => filled(texts.brokenAt, { id: each.id, at: each.brokenAt }))
            .join('；')}
        />
      )}
    </Panel>
  );
}
