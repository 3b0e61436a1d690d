import { Alarm, ComparisonOperator, type IMetric, TreatMissingData } from 'aws-cdk-lib/aws-cloudwatch';
import { SnsAction } from 'aws-cdk-lib/aws-cloudwatch-actions';
import type { ITopic } from 'aws-cdk-lib/aws-sns';
import type { Construct } from 'constructs';

/** The sections of infra/runbook.md that alarms name, by their anchors. */
export const runbookSections = [
  'dead-letters',
  'messages-that-grow-old',
  'work-that-waits',
  'an-import-is-stuck',
  'a-row-cannot-be-written',
  'the-sweeper-finds-work',
  'a-job-is-parked',
  'a-claim-holds-its-line',
  'an-item-is-held',
  'a-worker-fails',
  'a-job-failed',
  'a-job-did-not-run',
  'a-check-found-something',
  'a-check-could-not-run',
  'applications-withdrawn-quickly',
  'many-calls-are-refused',
  'four-eyes-are-refused',
  'errors-of-the-api',
  'conflicts',
  'throttles',
] as const;
export type RunbookSection = (typeof runbookSections)[number];

export interface PersonAlarmProps {
  readonly metric: IMetric;
  /** What it means, as a sentence without its full stop. */
  readonly says: string;
  readonly section: RunbookSection;
  readonly topic: ITopic;
  /** 1 by default: one occurrence calls a person. */
  readonly threshold?: number;
  /** How many periods in a row; one by default. */
  readonly periods?: number;
  /** Whether it rings when there is too little, and then also when there is nothing. */
  readonly whenBelow?: boolean;
}

/** An alarm that calls a person and tells the section of the runbook that says what to do; it also tells when all is well again. */
export function personAlarm(scope: Construct, id: string, props: PersonAlarmProps): Alarm {
  const { metric, says, section, topic, threshold = 1, periods = 1, whenBelow = false } = props;
  const alarm = new Alarm(scope, id, {
    metric,
    threshold,
    evaluationPeriods: periods,
    comparisonOperator: whenBelow
      ? ComparisonOperator.LESS_THAN_THRESHOLD
      : ComparisonOperator.GREATER_THAN_OR_EQUAL_TO_THRESHOLD,
    // Elsewhere silence is no news.
    treatMissingData: whenBelow ? TreatMissingData.BREACHING : TreatMissingData.NOT_BREACHING,
    alarmDescription: `${says}. See infra/runbook.md#${section}.`,
  });
  const action = new SnsAction(topic);
  alarm.addAlarmAction(action);
  alarm.addOkAction(action);
  return alarm;
}
