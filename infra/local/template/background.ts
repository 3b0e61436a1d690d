import { type Assembly, resourcesOfType } from './assembly.ts';
import { resolve } from './resolve.ts';
import { functionNameOfArn, type LocalValues, scopeOf } from './scope.ts';

/** A queue whose messages a function is called with. */
export interface SourceModel {
  readonly queueArn: string;
  readonly functionName: string;
  readonly batchSize: number;
  readonly concurrencyMax: number;
  readonly partialResponse: boolean;
}

interface SourceProperties {
  readonly EventSourceArn: unknown;
  readonly FunctionName: unknown;
  readonly BatchSize?: number;
  readonly ScalingConfig?: { readonly MaximumConcurrency: number };
  readonly FunctionResponseTypes?: readonly string[];
}

/** The event source mappings of the template. */
export function sourcesOf(assembly: Assembly, values: LocalValues): readonly SourceModel[] {
  return resourcesOfType(assembly, 'AWS::Lambda::EventSourceMapping').map(({ stack, properties }) => {
    const scope = scopeOf(assembly, stack, values);
    const source = properties as unknown as SourceProperties;
    const target = String(resolve(source.FunctionName, scope));
    return {
      queueArn: String(resolve(source.EventSourceArn, scope)),
      // A mapping of the same stack names its function by Ref, which is the logical id.
      functionName: target.includes(':function:') ? functionNameOfArn(target) : `${stack.name}/${target}`,
      batchSize: source.BatchSize ?? 10,
      concurrencyMax: source.ScalingConfig?.MaximumConcurrency ?? 2,
      partialResponse: source.FunctionResponseTypes?.includes('ReportBatchItemFailures') ?? false,
    };
  });
}

/** When a job runs: every day at a time in Shanghai, or at a steady rate. */
export type Timing =
  | { readonly kind: 'daily'; readonly minuteOfDay: number }
  | { readonly kind: 'rate'; readonly everyMs: number };

export interface JobModel {
  /** As in `POST /local/jobs/{name}`. */
  readonly name: string;
  readonly functionName: string;
  readonly payload: unknown;
  readonly timing: Timing;
  /** As its schedule's name says: the jobs of the night, the checks, and what comes every so often. */
  readonly group: string;
}

interface ScheduleProperties {
  readonly Name: unknown;
  readonly ScheduleExpression: string;
  readonly ScheduleExpressionTimezone?: string;
  readonly Target: { readonly Arn: unknown; readonly Input: unknown };
}

/** The schedules of the template, in the order of their names, which carry the order in which they run. */
export function jobsOf(assembly: Assembly, values: LocalValues): readonly JobModel[] {
  return resourcesOfType(assembly, 'AWS::Scheduler::Schedule')
    .map(({ stack, properties }) => {
      const scope = scopeOf(assembly, stack, values);
      const { Name, ScheduleExpression, ScheduleExpressionTimezone, Target } =
        properties as unknown as ScheduleProperties;
      const payload = JSON.parse(String(resolve(Target.Input, scope))) as { readonly job: string };
      const scheduleName = String(resolve(Name, scope));
      return {
        scheduleName,
        group: /-(\w+)-\d\d-/.exec(scheduleName)?.[1] ?? '',
        name: payload.job,
        functionName: functionNameOfArn(String(resolve(Target.Arn, scope))),
        payload,
        timing: timingOf(ScheduleExpression, ScheduleExpressionTimezone),
      };
    })
    .sort((one, other) => (one.scheduleName < other.scheduleName ? -1 : 1));
}

const minutesOfUnit = { minute: 1, hour: 60, day: 24 * 60 } as const;

/**
 * Reads a schedule expression of the two forms that our stacks use: a daily `cron` in Asia/Shanghai, and `rate`.
 *
 * @throws Error at any other form.
 */
export function timingOf(expression: string, timezone: string | undefined): Timing {
  const [, minute, hour] = /^cron\((\d+) (\d+) \* \* \? \*\)$/.exec(expression) ?? [];
  if (minute !== undefined && hour !== undefined && timezone === 'Asia/Shanghai') {
    return { kind: 'daily', minuteOfDay: Number(hour) * 60 + Number(minute) };
  }
  const [, count, unit] = /^rate\((\d+) (minute|hour|day)s?\)$/.exec(expression) ?? [];
  if (count !== undefined && unit !== undefined) {
    return { kind: 'rate', everyMs: Number(count) * minutesOfUnit[unit as keyof typeof minutesOfUnit] * 60_000 };
  }
  throw new Error(`The local runner does not know the schedule ${expression} in ${timezone}`);
}
