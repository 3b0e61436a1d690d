import { setTimeout as sleep } from 'node:timers/promises';
import type { CloudFormationCustomResourceEvent, Context } from 'aws-lambda';
import { servicesUntil } from '../operations/deadline.ts';
import type { Services } from '../operations/services.ts';
import type { JobReport } from './job.ts';
import { deadlineOf } from './lambda-time.ts';
import { liveServices } from './services.ts';

/** What calls a step: CloudFormation while it deploys a stack, or one machine or a person with an empty object. */
export type DeploymentEvent = CloudFormationCustomResourceEvent | { readonly RequestType?: undefined };

/** The rights of a new role are not known everywhere at once; half a minute is ample. */
const usualPausesMs: readonly number[] = [1_000, 2_000, 4_000, 8_000, 16_000];
const answerPatienceMs = 5_000;

/**
 * Makes a Lambda handler of something that a deployment does before the functions that need it, and that may be done again
 * without harm. CloudFormation is told how it ended, so that a step that fails fails the deployment. A deletion does nothing.
 */
export const deploymentStep =
  (name: string, act: (services: Services) => Promise<JobReport>, pausesMs = usualPausesMs) =>
  async (event: DeploymentEvent, context: Context): Promise<JobReport | null> => {
    const services = servicesUntil(liveServices(), deadlineOf(context));
    const run = async (): Promise<JobReport> => {
      const report = await act(services);
      services.log.info(`deployment step ${name} done`, report);
      return report;
    };
    if (event.RequestType === undefined) return run();
    if (event.RequestType === 'Delete') {
      await answer(event, name, { Status: 'SUCCESS' });
      return null;
    }
    for (const pauseMs of [...pausesMs, null]) {
      try {
        const report = await run();
        await answer(event, name, { Status: 'SUCCESS' });
        return report;
      } catch (error) {
        if (error instanceof NotAnswered) throw error;
        const { name: kind, message, stack } = error instanceof Error ? error : new Error(String(error));
        services.log.error(`deployment step ${name} failed`, { name: kind, reason: message, stack, pauseMs });
        if (pauseMs === null) await answer(event, name, { Status: 'FAILED', Reason: `${kind}: ${message}` });
        else await sleep(pauseMs);
      }
    }
    return null;
  };

/** CloudFormation's address did not take the answer: Lambda calls a step that ends so again, twice. */
class NotAnswered extends Error {
  override readonly name = 'NotAnswered';
}

interface Outcome {
  readonly Status: 'SUCCESS' | 'FAILED';
  readonly Reason?: string;
}

async function answer(
  { ResponseURL, StackId, RequestId, LogicalResourceId }: CloudFormationCustomResourceEvent,
  name: string,
  { Status, Reason }: Outcome,
): Promise<void> {
  const ids = { StackId, RequestId, LogicalResourceId };
  // The same physical id always: at another one CloudFormation would delete the resource of the one before.
  const text = JSON.stringify({ Status, Reason: Reason?.slice(0, 500), PhysicalResourceId: name, ...ids });
  try {
    const { ok, status } = await fetch(ResponseURL, {
      method: 'PUT',
      // Bytes, because a text would be sent with a content type, and the address is signed for none.
      body: new TextEncoder().encode(text),
      redirect: 'error',
      signal: AbortSignal.timeout(answerPatienceMs),
    });
    if (!ok) throw new Error(`status ${status}`);
  } catch (error) {
    throw new NotAnswered('CloudFormation did not take the answer', { cause: error });
  }
}
