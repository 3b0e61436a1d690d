import { join } from 'node:path';
import { routes as contracts } from '../../shared/contracts/routes.ts';
import { accessLogMonths } from '../../shared/domain/access.ts';
import { AccessRecorder } from '../../shared/operations/access-log/recorder.ts';
import { createTokenCheck } from '../../shared/platform/token-check.ts';
import { buildPageOnce } from '../build/page-once.ts';
import { synthesiseOnce } from '../build/synthesise-once.ts';
import { startBackground } from './background/start-background.ts';
import { systemServices } from './background/system-services.ts';
import { systemUpkeep } from './background/system-upkeep.ts';
import { startTicking } from './background/ticking.ts';
import { callGate } from './call-gate.ts';
import { Cleanup } from './cleanup.ts';
import { openClock } from './clock.ts';
import { openDataFolder } from './data-folder.ts';
import { createFront, objectsRoot } from './front.ts';
import { createGateway } from './gateway/gateway.ts';
import { createRateLimit } from './gateway/rate-limit.ts';
import { pageClientId } from './issuer/clients.ts';
import { issuerEndpoints } from './issuer/issuer.ts';
import { openIssuerKeys } from './issuer/keys.ts';
import { createTokenIssuer } from './issuer/tokens.ts';
import { createLocalEndpoints } from './local-endpoints.ts';
import { createObjectStore } from './objects/object-store.ts';
import type { SystemOptions } from './options.ts';
import { createLocalPage } from './page.ts';
import { type PlayFirstCase, playFirstCase } from './sample/history.ts';
import { startSample } from './sample/sample.ts';
import { checkHealth, checkTokens } from './self-check.ts';
import { listen, notYet } from './server.ts';
import { openStores } from './stores.ts';
import { sharedEnvironment } from './surroundings.ts';
import { readAssembly } from './template/assembly.ts';
import { stepsOf } from './template/deployment.ts';
import { authorizerOf, functionsOf, routesOf } from './template/functions.ts';
import { lockedBucketsOf } from './template/stores.ts';
import { ThreadPool } from './threads/pool.ts';

export interface SystemEvents {
  /** A line for whoever watches. */
  readonly say: (line: string) => void;
  /** The system cannot go on; the sentence says why. */
  readonly onBroken: (reason: string) => void;
}

export interface RunningSystem {
  readonly url: string;
  /** Finishes what runs, then frees everything. */
  stop(): Promise<void>;
}

const audience = 'sci-tech-loans';
const httpThreads = 2;
const backgroundThreads = 1;

/**
 * Runs the whole system of the synthesised template on this machine and answers when it can serve.
 *
 * @throws StartError with one sentence that says what to do, when port, folder or emulator are not to be had.
 */
export async function startSystem(options: SystemOptions, events: SystemEvents): Promise<RunningSystem> {
  const cleanup = new Cleanup();
  try {
    const url = await start(options, events, cleanup);
    return { url, stop: () => cleanup.run() };
  } catch (error) {
    await cleanup.run();
    throw error;
  }
}

async function start(options: SystemOptions, { say, onBroken }: SystemEvents, cleanup: Cleanup): Promise<string> {
  const folder = await openDataFolder(options.dataFolder);
  cleanup.add(() => folder.lock.release());
  const server = await listen(options.port);
  cleanup.add(() => server.stop());

  const onWork = sayOnce(say, 'Building functions, templates and page; needed once for each change of the sources …');
  const [assembly, pageFolder] = await Promise.all([synthesiseOnce(onWork), buildPageOnce(onWork)]);
  const template = readAssembly(assembly);
  // What is written from here on, by the emulators too, is this user's alone to read.
  process.umask(0o077);
  const stores = await openStores(template, folder, server.url, cleanup, onBroken);
  const clock = openClock(folder.path, options.nowMs);

  const tokens = createTokenIssuer(server.url, audience, openIssuerKeys(folder.path), clock);
  const issuer = issuerEndpoints(tokens);
  const values = { ...stores, parameters: { OidcIssuer: server.url, OidcAudience: audience } };
  const environment = sharedEnvironment(stores, options.rateLimit !== null);
  const functions = functionsOf(template, values, environment);
  const makePool = (threads: number): ThreadPool => {
    const pool = new ThreadPool({ threads, clock: clock.shared, functions, environment });
    cleanup.add(() => pool.close());
    return pool;
  };
  const services = systemServices(stores, functions, clock);
  const upkeep = systemUpkeep(services);
  const pool = makePool(backgroundThreads);
  const gate = callGate();
  const timekeeper = startBackground({ template, values, stores, pool, clock, gate, upkeep, cleanup });

  const authorize = createTokenCheck(
    authorizerOf(template, values) ?? { issuer: server.url, audiences: [audience] },
    clock.nowMs,
  );
  const accesses = new AccessRecorder(accessLogMonths.usual);
  const gateway = createGateway({
    routes: routesOf(template, values),
    contracts,
    authorize,
    pool: makePool(httpThreads),
    clock,
    gate,
    onRefused: (refused) => accesses.refused(services, { ...refused, sub: null, org: null }, 'call'),
    rateLimit: options.rateLimit === null ? null : createRateLimit(options.rateLimit),
  });
  const local = createLocalEndpoints(clock, timekeeper);
  const page = createLocalPage(pageFolder, { issuer: server.url, clientId: pageClientId, apiUrl: '' });
  const objects = createObjectStore({
    folder: join(folder.path, 'objects'),
    buckets: stores.ownBuckets,
    locked: lockedBucketsOf(template, stores.bucketPrefix),
    root: objectsRoot,
    signer: stores.signer,
    nowMs: clock.nowMs,
  });
  server.answerWith(createFront({ issuer, objects: notYet, local: notYet, page: notYet, gateway: notYet }));
  // As in a deployment, before anybody is served.
  const steps = stepsOf(template, values).map((step) => pool.call(step, {}));
  await Promise.all([checkTokens(server.url, authorize), ...steps]);

  // Messages are kept in memory only, so every job that a crash left behind has lost its doorbell.
  await upkeep.ringAll();
  if (!clock.isNew && options.nowMs !== null && !(await timekeeper.moveTo(options.nowMs))) {
    say(`The clock of this folder is at ${new Date(clock.nowMs()).toISOString()} already; it is not set back.`);
  }
  server.answerWith(createFront({ issuer, objects, local, page, gateway }));
  await checkHealth(server.url);
  cleanup.add(startTicking(timekeeper));
  // Undone before the rest, because calls in progress still need it; the sample city makes calls, so it goes first of all.
  cleanup.add(() => server.stop());
  const play: PlayFirstCase = (creditCode, story) => playFirstCase(services, timekeeper.undisturbed, creditCode, story);
  cleanup.add(startSample({ url: server.url, folder, clock, empty: options.empty, say, play }));
  return server.url;
}

function sayOnce(say: (line: string) => void, line: string): () => void {
  let isSaid = false;
  return () => {
    if (!isSaid) say(line);
    isSaid = true;
  };
}
