import { useRead } from '../../api/use-read.ts';
import { Panel } from '../../parts/panel.tsx';
import { ProblemNotice } from '../../parts/problem-notice.tsx';
import { useTexts } from '../../shell/language.tsx';
import { claimsTexts } from './texts.ts';

/** A claim under way is itself in the way of another, which says nothing about its papers. */
const ownWay = new Set(['state-conflict', 'not-non-performing']);

/** The check of completeness, by the rules that a claim is judged by (R20). */
export function Completeness({ loanId }: { readonly loanId: string }) {
  const texts = useTexts(claimsTexts);
  const { value, problem } = useRead('/v1/loans/{loanId}/claim-readiness', { params: { loanId } });
  const lacks = value?.missing.filter(({ code }) => !ownWay.has(code)) ?? [];
  return (
    <Panel title={texts.complete}>
      <ProblemNotice problem={problem} />
      {value && (
        <>
          <p>{lacks.length === 0 ? texts.isComplete : texts.lacks}</p>
          <ul>
            {lacks.map(({ rule, code, message }) => (
              <li key={`${code} ${message}`}>
                {rule !== null && <span className="quiet">{rule} </span>}
                {message}
              </li>
            ))}
          </ul>
        </>
      )}
    </Panel>
  );
}
