import { useRead } from '../../api/use-read.ts';
import { Panel } from '../../parts/panel.tsx';
import { ProblemNotice } from '../../parts/problem-notice.tsx';
import { SharesTable } from '../../parts/shares-table.tsx';
import { WorkingList } from '../../parts/working-list.tsx';
import { useTexts } from '../../shell/language.tsx';
import { loansTexts } from './texts.ts';

/** What a claim would still lack, all of it, and what it would bring (R20). */
export function Readiness({ loanId }: { readonly loanId: string }) {
  const texts = useTexts(loansTexts);
  const { value, problem } = useRead('/v1/loans/{loanId}/claim-readiness', { params: { loanId } });
  return (
    <Panel title={texts.readiness}>
      <ProblemNotice problem={problem} />
      {value && (
        <>
          <p>{value.ready ? texts.ready : texts.notReady}</p>
          <ul>
            {value.missing.map(({ code, rule, message }) => (
              <li key={`${code} ${message}`}>
                {rule !== null && <span className="quiet">{rule} </span>}
                {message}
              </li>
            ))}
          </ul>
          {value.estimate.lossFen > 0 && (
            <>
              <h3>{texts.estimate}</h3>
              <SharesTable {...value.estimate} />
              <WorkingList working={value.estimate.working} />
            </>
          )}
        </>
      )}
    </Panel>
  );
}
