import module, { createRequire } from 'node:module';
import { parentPort, workerData } from 'node:worker_threads';
import { recordCalls } from '../calls/recorder.ts';
import { type Watch, watching } from '../calls/watch.ts';
import type { FunctionModel } from '../template/functions.ts';
import { allows, rightOf } from '../template/rights.ts';
import type { AnswerMessage, CallMessage, ThreadData } from './messages.ts';
import { installThreadClock } from './thread-clock.ts';
import { installThreadConsole } from './thread-console.ts';

// A worker thread: runs the bundles that would be deployed, each loaded when it is first called.
type Handler = (event: unknown, context: unknown) => unknown;

const { clock, functions, recordingFolder, rolesAreOpen } = workerData as ThreadData;
// A thread has the cache of compiled code (start.mjs) only where it asks for it: half of what loading a function takes.
module.enableCompileCache?.();
installThreadClock(clock);
installThreadConsole();

const require = createRequire(import.meta.url);
const models = new Map(functions.map((model) => [model.name, model]));
const handlers = new Map<string, Handler>();

function handlerOf(model: FunctionModel): Handler {
  const loaded = handlers.get(model.name);
  if (loaded) return loaded;
  Object.assign(process.env, model.environment, { AWS_LAMBDA_FUNCTION_NAME: model.name });
  const handler = (require(model.modulePath) as Record<string, Handler | undefined>)[model.exportName];
  if (typeof handler !== 'function') throw new Error(`${model.modulePath} exports no ${model.exportName}`);
  handlers.set(model.name, handler);
  return handler;
}

/** The part of Lambda's context that middy and the batch processor read. */
function contextOf(model: FunctionModel, requestId: string): object {
  const endsAt = performance.now() + model.timeoutMs;
  return {
    functionName: model.name,
    functionVersion: '$LATEST',
    invokedFunctionArn: `arn:local:lambda:::function:${model.name}`,
    memoryLimitInMB: String(model.memoryMegabytes),
    awsRequestId: requestId,
    logGroupName: `/local/${model.name}`,
    logStreamName: 'local',
    callbackWaitsForEmptyEventLoop: true,
    getRemainingTimeInMillis: () => Math.max(0, Math.floor(endsAt - performance.now())),
  };
}

/** A call that the function's role does not allow fails here as it would in the cloud. */
const watchOf = (model: FunctionModel): Watch => ({
  environment: model.environment,
  onCall: (needs) => {
    recordCalls(model.entry, needs, recordingFolder);
    const missing = needs.filter((need) => !allows(model.rights, need)).map(rightOf);
    if (missing.length === 0 || rolesAreOpen) return null;
    const reason = `The role of ${model.entry} does not allow ${missing.join(', ')}`;
    console.error(`${reason}; infra/permissions.json lacks it (npm run permissions)`);
    return reason;
  },
});

async function answer({ callId, functionName, requestId, event }: CallMessage): Promise<AnswerMessage> {
  try {
    const model = models.get(functionName);
    if (!model) throw new Error(`There is no function ${functionName}`);
    const handler = handlerOf(model);
    const result = await watching(watchOf(model), () => handler(event, contextOf(model, requestId)));
    return { callId, result };
  } catch (error) {
    const { name, message, stack = '' } = error instanceof Error ? error : new Error(String(error));
    return { callId, error: { name, message, stack } };
  }
}

parentPort?.on('message', async (call: CallMessage) => parentPort?.postMessage(await answer(call)));
