import { Button } from 'antd';
import { useEffect, useRef, useState } from 'react';
import type { Problem } from '../../api/problem.ts';
import { useApi } from '../../api/use-api.ts';
import { PageHead } from '../../parts/page-head.tsx';
import { ProblemNotice } from '../../parts/problem-notice.tsx';
import { saveFile } from '../../parts/save-file.ts';
import { hrefOf } from '../../shell/address.ts';
import { useTexts } from '../../shell/language.tsx';
import type { PageProps } from '../pages.ts';
import { showPrinted } from './show-printed.ts';
import { meetingsTexts } from './texts.ts';

const docx = 'application/vnd.openxmlformats-officedocument.wordprocessingml.document';

/** The minutes (会议纪要) as the API makes them, to be printed on A4 or saved. */
export default function MinutesPage({ params }: PageProps) {
  const meetingId = params.meetingId ?? '';
  const api = useApi();
  const texts = useTexts(meetingsTexts);
  const paper = useRef<HTMLDivElement>(null);
  const [problem, setProblem] = useState<Problem | null>(null);

  useEffect(() => {
    let isGone = false;
    const read = async (): Promise<void> => {
      const outcome = await api.document('/v1/meetings/{meetingId}/minutes', 'text/html', { params: { meetingId } });
      if (isGone) return;
      setProblem(outcome.kind === 'refused' ? outcome.problem : null);
      if (outcome.kind === 'done' && paper.current) showPrinted(paper.current, await outcome.value.text());
    };
    void read();
    return () => {
      isGone = true;
    };
  }, [api, meetingId]);

  const save = async (): Promise<void> => {
    const outcome = await api.document('/v1/meetings/{meetingId}/minutes', docx, { params: { meetingId } });
    setProblem(outcome.kind === 'refused' ? outcome.problem : null);
    if (outcome.kind === 'done') saveFile(`${texts.minutes}.docx`, outcome.value);
  };

  return (
    <>
      <div className="no-print">
        <PageHead title={texts.minutes}>
          <Button href={hrefOf(`/meetings/${meetingId}`)}>{texts.backToMeeting}</Button>
          <Button type="primary" onClick={() => print()}>
            {texts.print}
          </Button>
          <Button onClick={save}>{texts.minutesDocx}</Button>
        </PageHead>
        <ProblemNotice problem={problem} />
      </div>
      <div className="paper" ref={paper} />
    </>
  );
}
