import { useRead } from '../../api/use-read.ts';
import { Panel } from '../../parts/panel.tsx';
import { ProblemNotice } from '../../parts/problem-notice.tsx';
import { RuleCheck } from '../../parts/rule-check.tsx';
import { useTexts } from '../../shell/language.tsx';
import { enterpriseTexts } from './texts.ts';

/** Whether it may apply today, rule by rule. */
export function Eligibility({ creditCode }: { readonly creditCode: string }) {
  const texts = useTexts(enterpriseTexts);
  const { value, problem } = useRead('/v1/enterprises/{creditCode}/eligibility', { params: { creditCode } });
  return (
    <Panel title={texts.eligibility}>
      <ProblemNotice problem={problem} />
      {value && (
        <>
          <p>{value.eligible ? texts.eligible : texts.notEligible}</p>
          <RuleCheck reasons={value.reasons} />
        </>
      )}
    </Panel>
  );
}
