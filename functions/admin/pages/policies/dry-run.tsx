import { Button, Tabs } from 'antd';
import { useState } from 'react';
import type { Shape } from '../../api/calls.ts';
import type { Outcome, Problem } from '../../api/problem.ts';
import { useApi } from '../../api/use-api.ts';
import { Panel } from '../../parts/panel.tsx';
import { ProblemNotice } from '../../parts/problem-notice.tsx';
import { filled } from '../../parts/texts.ts';
import { useTexts } from '../../shell/language.tsx';
import { AffectedApplications, AffectedEnterprises } from './affected.tsx';
import { addUp, type DryRunTotal, nothingYet } from './dry-run-total.ts';
import { policiesTexts } from './texts.ts';

/** What would differ today if the draft were in force; runs on until all has been looked at. */
export function DryRun({ policyId }: { readonly policyId: string }) {
  const api = useApi();
  const texts = useTexts(policiesTexts);
  const [total, setTotal] = useState<DryRunTotal | null>(null);
  const [problem, setProblem] = useState<Problem | null>(null);
  const [isBusy, setBusy] = useState(false);

  const run = async (): Promise<void> => {
    setBusy(true);
    setProblem(null);
    let sum = nothingYet;
    let cursor: string | null = null;
    do {
      const outcome: Outcome<Shape<'PolicyDryRun'>> = await api.get('/v1/policies/{policyId}/dry-run', {
        params: { policyId },
        query: { limit: 200, ...(cursor !== null && { cursor }) },
      });
      if (outcome.kind === 'refused') {
        setProblem(outcome.problem);
        break;
      }
      sum = addUp(sum, outcome.value);
      setTotal(sum);
      cursor = outcome.value.nextCursor;
    } while (cursor !== null);
    setBusy(false);
  };
  const said = { enterprises: total?.enterprises ?? 0, applications: total?.applications ?? 0 };
  const tab = (key: string, label: string, count: number, children: React.ReactNode) => ({
    key,
    label: `${label} (${count})`,
    children,
  });

  return (
    <Panel title={texts.dryRun}>
      <p className="quiet">{texts.dryRunSays}</p>
      <Button loading={isBusy} onClick={run}>
        {texts.dryRun}
      </Button>
      <ProblemNotice problem={problem} />
      {total && (
        <>
          <p role="status">{filled(isBusy ? texts.running : texts.ranThrough, said)}</p>
          <Tabs
            items={[
              tab(
                'listed',
                texts.becomeListed,
                total.becomeListed.count,
                <AffectedEnterprises rows={total.becomeListed.items} />,
              ),
              tab(
                'unlisted',
                texts.becomeUnlisted,
                total.becomeUnlisted.count,
                <AffectedEnterprises rows={total.becomeUnlisted.items} />,
              ),
              tab(
                'above',
                texts.comeAboveCap,
                total.comeAboveCap.count,
                <AffectedEnterprises rows={total.comeAboveCap.items} />,
              ),
              tab(
                'refused',
                texts.wouldBeRefused,
                total.wouldBeRefused.count,
                <AffectedApplications rows={total.wouldBeRefused.items} />,
              ),
            ]}
          />
        </>
      )}
    </Panel>
  );
}
