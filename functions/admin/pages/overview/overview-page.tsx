import { useRead } from '../../api/use-read.ts';
import { Amount } from '../../parts/amount.tsx';
import { PageHead } from '../../parts/page-head.tsx';
import { ProblemNotice } from '../../parts/problem-notice.tsx';
import { useTexts } from '../../shell/language.tsx';
import { overviewTexts } from './texts.ts';

export default function OverviewPage() {
  const texts = useTexts(overviewTexts);
  const { value, problem } = useRead('/v1/statistics');
  return (
    <>
      <PageHead title={texts.title} />
      <ProblemNotice problem={problem} />
      <Amount fen={value?.loansCumulativeFen} />
    </>
  );
}
