import { Duration } from 'aws-cdk-lib';
import type { ILogGroup } from 'aws-cdk-lib/aws-logs';
import type { ITopic } from 'aws-cdk-lib/aws-sns';
import { Construct } from 'constructs';
import { outboxAgeOf, parkedFigure } from '../../shared/operations/outbox-report.ts';
import { jobDone } from '../../shared/platform/job-words.ts';
import { workers } from '../background.ts';
import { loggedMetric } from './logged-metric.ts';
import { personAlarm } from './person-alarm.ts';

export interface OutboxAlarmsProps {
  /** Of the sweeper, which sees every job that is not done. */
  readonly sweeperLogs: ILogGroup;
  readonly topic: ITopic;
}

const period = Duration.minutes(5);
/** Longer than any worker needs that is well; a large import takes turns with others of its category. */
const lagMinutes = 30;
const importMinutes = 180;

/** What the sweeper says of the outbox: that it had to ring again and again, and how long each queue's oldest job has waited. */
export class OutboxAlarms extends Construct {
  constructor(scope: Construct, id: string, { sweeperLogs: logGroup, topic }: OutboxAlarmsProps) {
    super(scope, id);
    const words = jobDone('sweep-outbox');
    const found = { logGroup, words, name: 'rung-again', figure: 'rung', statistic: 'Sum', period } as const;
    personAlarm(this, 'RungAlarm', {
      topic,
      metric: loggedMetric(this, 'Rung', found),
      periods: 6,
      says: 'For half an hour the sweeper has had to ring again for work that was not done',
      section: 'the-sweeper-finds-work',
    });
    const parked = {
      logGroup,
      words,
      name: 'jobs-parked',
      figure: parkedFigure,
      statistic: 'Maximum',
      period,
    } as const;
    personAlarm(this, 'ParkedAlarm', {
      topic,
      metric: loggedMetric(this, 'Parked', parked),
      says: 'Work was rung for during a whole day and not done; it is parked until an official retries it',
      section: 'a-job-is-parked',
    });
    for (const { queue } of workers) {
      const figure = outboxAgeOf(queue);
      const metric = loggedMetric(this, `${queue}-age`, {
        logGroup,
        words,
        name: figure,
        figure,
        statistic: 'Maximum',
        period,
      });
      personAlarm(this, `${queue}-lag`, {
        topic,
        metric,
        threshold: queue === 'list' ? importMinutes : lagMinutes,
        says:
          queue === 'list'
            ? `An import or a refresh has not been done for ${importMinutes} minutes`
            : `The oldest work of the queue ${queue} has waited for ${lagMinutes} minutes`,
        section: queue === 'list' ? 'an-import-is-stuck' : 'work-that-waits',
      });
    }
  }
}
