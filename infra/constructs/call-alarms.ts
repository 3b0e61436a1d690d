import { Duration } from 'aws-cdk-lib';
import type { ILogGroup } from 'aws-cdk-lib/aws-logs';
import type { ITopic } from 'aws-cdk-lib/aws-sns';
import type { Construct } from 'constructs';
import { fourEyesRefused, withdrawsQuickly } from '../../shared/domain/alarm.ts';
import { loggedMetric } from './logged-metric.ts';
import { personAlarm, type RunbookSection } from './person-alarm.ts';

interface CallAlarm {
  /** The words of the log call that calls a person. */
  readonly words: string;
  readonly says: string;
  readonly section: RunbookSection;
  /** So many in five minutes; 1 by default. */
  readonly threshold?: number;
}

/** Once or twice is a slip. */
const fourEyes = (says: string): CallAlarm => ({
  words: fourEyesRefused,
  says: `${says} three times in five minutes`,
  section: 'four-eyes-are-refused',
  threshold: 3,
});

/** What single calls of the API call a person for, by their operation ids. */
const callAlarms: Readonly<Record<string, CallAlarm>> = {
  withdrawApplication: {
    words: withdrawsQuickly,
    says: 'An institution has withdrawn many applications on the day on which it made them',
    section: 'applications-withdrawn-quickly',
  },
  releaseImport: fourEyes('Who sent a large import tried to release it'),
  approvePolicy: fourEyes('Who drafted a policy version tried to approve it'),
  resolveMeeting: fourEyes('Who asked for an inclusion tried to resolve on it'),
};

/** Adds the alarm of a call, if it has one. */
export function alarmOfCall(scope: Construct, operationId: string, logGroup: ILogGroup, topic: ITopic): void {
  const alarm = callAlarms[operationId];
  if (!alarm) return;
  const { words, says, section, threshold = 1 } = alarm;
  const period = Duration.minutes(5);
  const metric = loggedMetric(scope, `${operationId}Words`, {
    ...{ logGroup, words, period },
    ...{ name: `${operationId}-alarms`, statistic: 'Sum' as const },
  });
  personAlarm(scope, `${operationId}Alarm`, { topic, metric, says, section, threshold });
}
