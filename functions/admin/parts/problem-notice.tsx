import { Alert, Button } from 'antd';
import type { Problem } from '../api/problem.ts';
import { useTexts } from '../shell/language.tsx';
import { usePunctuation } from '../shell/punctuation.ts';
import { Facts } from './facts.tsx';
import { partTexts } from './texts.ts';

interface ProblemNoticeProps {
  readonly problem: Problem | null;
  readonly onDismiss?: () => void;
}

/** Says what the API said: its sentence, its rule, its figures. Stays until it is dismissed. */
export function ProblemNotice({ problem, onDismiss }: ProblemNoticeProps) {
  const texts = useTexts(partTexts);
  const { aside, labelled } = usePunctuation();
  if (problem === null) return null;
  const { title, detail, code, rule, facts = {}, errors = [], traceId } = problem;
  return (
    <Alert
      className="problem"
      type="error"
      showIcon
      role="alert"
      closable={onDismiss && { onClose: onDismiss, 'aria-label': texts.dismiss }}
      title={rule === undefined ? title : aside(title, `${texts.rule} ${rule}`)}
      description={
        <>
          {detail !== title && <div>{detail}</div>}
          {(code === 'version-mismatch' || code === 'state-conflict') && (
            <p>
              {texts.changedMeanwhile}{' '}
              <Button size="small" onClick={() => location.reload()}>
                {texts.reloadPage}
              </Button>
            </p>
          )}
          {errors.length > 0 && (
            <ul>
              {errors.map((error) => (
                <li key={`${error.path} ${error.code}`}>{labelled(error.path, error.message)}</li>
              ))}
            </ul>
          )}
          <Facts of={code} facts={facts} />
          {traceId !== '' && (
            <div className="quiet">
              {texts.trace} <span className="code">{traceId}</span>
            </div>
          )}
        </>
      }
    />
  );
}
