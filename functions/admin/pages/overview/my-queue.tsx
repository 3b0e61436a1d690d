import type { Shape } from '../../api/calls.ts';
import { Panel } from '../../parts/panel.tsx';
import { useWho } from '../../session/use-session.ts';
import { useTexts } from '../../shell/language.tsx';
import { AuditorQueue } from './queues/auditor-queue.tsx';
import { FinanceQueue } from './queues/finance-queue.tsx';
import { MemberQueue } from './queues/member-queue.tsx';
import { OfficeQueue } from './queues/office-queue.tsx';
import { overviewTexts } from './texts.ts';

/** What waits for whoever looks, by their roles; made of the same lists that the links lead to. */
export function MyQueue({ statistics }: { readonly statistics: Shape<'Statistics'> | null }) {
  const { roles, org } = useWho();
  const texts = useTexts(overviewTexts);
  return (
    <Panel title={texts.mine}>
      <ul className="queue">
        {roles.includes('office') && <OfficeQueue />}
        {roles.includes('member') && <MemberQueue unit={org} />}
        {roles.includes('finance') && <FinanceQueue statistics={statistics} />}
        {roles.includes('auditor') && <AuditorQueue />}
      </ul>
      <p className="quiet queue-empty">{texts.nothing}</p>
    </Panel>
  );
}
