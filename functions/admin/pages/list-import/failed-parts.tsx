import { Alert, Button } from 'antd';
import type { Shape } from '../../api/calls.ts';
import { newKey } from '../../api/use-command.ts';
import { changePlan, type ImportPlan, type ImportStage } from '../../imports/import-plan.ts';
import { filled } from '../../parts/texts.ts';
import { useTexts } from '../../shell/language.tsx';
import { listImportTexts } from './texts.ts';

interface FailedPartsProps {
  readonly plan: ImportPlan;
  readonly stage: ImportStage;
  readonly values: ReadonlyMap<string, Shape<'Import'>>;
}

/** Says that parts have failed, and sends them again: each as a new intent, because the old one is answered for good. */
export function FailedParts({ plan, stage, values }: FailedPartsProps) {
  const texts = useTexts(listImportTexts);
  const hasFailed = (importId: string | null): boolean => importId !== null && values.get(importId)?.state === 'failed';
  const count = plan[stage].filter(({ importId }) => hasFailed(importId)).length;
  if (count === 0) return null;
  const again = (): void =>
    changePlan(plan.id, (now) => ({
      ...now,
      [stage]: now[stage].map((part) => (hasFailed(part.importId) ? { key: newKey(), importId: null } : part)),
    }));
  return (
    <Alert
      className="problem"
      type="error"
      role="alert"
      showIcon
      title={filled(texts.failedParts, { count })}
      action={
        <Button size="small" onClick={again}>
          {texts.retryFailed}
        </Button>
      }
    />
  );
}
