import { Alert, Button } from 'antd';
import type { Sending } from '../../imports/use-sending.ts';
import { ProblemNotice } from '../../parts/problem-notice.tsx';
import { filled } from '../../parts/texts.ts';
import { useTexts } from '../../shell/language.tsx';
import { ImportProgress } from './import-progress.tsx';
import { listImportTexts } from './texts.ts';

interface SendingStateProps {
  readonly sending: Sending;
  readonly isKept: boolean;
}

/** How many parts are sent; where it stopped, why, and the button that goes on. */
export function SendingState({ sending: { sent, parts, problem, goOn }, isKept }: SendingStateProps) {
  const texts = useTexts(listImportTexts);
  if (sent === parts) return null;
  if (problem !== null) {
    return (
      <>
        <p>{filled(texts.sendStopped, { sent, parts })}</p>
        <ProblemNotice problem={problem} />
        <p>
          <Button type="primary" onClick={goOn}>
            {texts.goOn}
          </Button>
        </p>
      </>
    );
  }
  return (
    <>
      <ImportProgress says={texts.sending} done={sent} of={parts} />
      {isKept ? (
        <p className="quiet">{texts.sendingSays}</p>
      ) : (
        <Alert className="problem" type="warning" showIcon title={texts.notKept} />
      )}
    </>
  );
}
