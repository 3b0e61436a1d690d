import type { Outcome } from '../../shared/operations/command.ts';
import { commandDeadline, servicesUntil } from '../../shared/operations/deadline.ts';
import { commandKey } from '../../shared/store/commands.ts';
import { Crash } from '../support/faults.ts';
import { commandBy } from '../support/fixtures.ts';
import { Chance, seedOf } from './chance.ts';
import type { Body, Command, Moment } from './command.ts';
import { mirrorOf } from './mirror.ts';
import { compare } from './observe.ts';
import { named } from './persons.ts';
import { strangersIn } from './strangers.ts';
import { newRun } from './wire.ts';
import type { World } from './world.ts';

const attemptsMax = 6;

export interface Sending {
  /** From which all of this command's chance comes. */
  readonly seed: number;
  /** What may get in between its reads and its write. */
  readonly overtake?: (() => Promise<void>) | null;
  /** The client, impatient, sends the same under the same key while the first is on its way. */
  readonly isTwin?: boolean;
  /** Never again under the same key. */
  readonly isOnce?: boolean;
}

/** Sends a command until it is answered, as a client does, and holds the answer against the model. */
export async function perform(
  world: World,
  command: Command,
  { seed, overtake = null, isTwin = false, isOnce = false }: Sending,
): Promise<Body | null> {
  const key = world.nextKey();
  const moment: Moment = { at: world.now, today: world.today };
  const chance = new Chance(seed);
  const before = verdict(world, command, moment);
  const context = (body: string) =>
    named(
      commandBy(world.services, command.caller, key, { path: command.kind, body: { body }, ...ifMatchOf(command) }),
    );
  const pk = String(commandKey(context(command.says).key).key.pk);
  const written: string[] = [];
  world.pending.set(pk, {
    arriving: () => arrive(world, command, moment, written),
    committed: (body) => {
      written.push(body);
      const answer = JSON.parse(body) as Body;
      compare(world, `the answer to ${command.kind} (${command.says})`, answer, command.expected?.(world.city, moment));
      command.apply(world.city, answer, moment);
      world.tally.accepted += 1;
    },
  });

  const twin = async (): Promise<void> => {
    const run = newRun(`twin:${command.kind}`, 0, 0);
    await world.wire.run(run, () => command.send(world.services, context(command.says)));
  };
  const outcome = await insist(world, command, seed, isTwin ? twin : overtake, (answered) => {
    const surroundings = context(command.says);
    const deadline = commandDeadline(world.services, surroundings.at, answered);
    return command.send(servicesUntil(world.services, deadline), surroundings);
  });
  if (outcome === 'unavailable') {
    world.tell(`${command.says} — 503`);
    // Kept for the whole history: whatever lands under this key from now on was answered 503 before it did.
    world.pending.set(pk, {
      arriving: () => world.check(false, `${command.kind} (${command.says}) landed after it was answered 503`),
      committed: () => undefined,
    });
    return null;
  }
  if (outcome) judge(world, command, moment, { outcome, before, written });
  if (outcome && !isOnce && chance.isIn(12)) await sendAgain(world, command, outcome, context);
  world.pending.delete(pk);
  return outcome?.kind === 'answered' && written[0] !== undefined ? (JSON.parse(written[0]) as Body) : null;
}

const ifMatchOf = ({ ifMatch }: Command) => (ifMatch === undefined || ifMatch === null ? {} : { ifMatch });

/** What the model has against it: of a stale `If-Match` too. */
function verdict(world: World, { on, ifMatch, against }: Command, moment: Moment): readonly string[] {
  const version = on ? world.chains.get(`${on[0]}#${on[1]}`)?.version : undefined;
  const isStale = ifMatch !== undefined && ifMatch !== null && ifMatch !== version;
  return [...(isStale ? ['version-mismatch'] : []), ...against(world.city, moment)];
}

/** The transaction that holds its answer was applied: the model must have nothing against it. */
function arrive(world: World, command: Command, moment: Moment, written: readonly string[]): void {
  const name = `${command.kind} (${command.says})`;
  world.check(written.length === 0, `${name} took effect twice`);
  const codes = verdict(world, command, moment);
  world.check(codes.length === 0, `${name} was accepted against ${codes.join(', ')}`);
}

interface Judged {
  readonly outcome: Outcome;
  readonly before: readonly string[];
  readonly written: readonly string[];
}

function judge(world: World, command: Command, moment: Moment, { outcome, before, written }: Judged): void {
  const name = `${command.kind} (${command.says})`;
  const answered = `${command.kind} ${outcome.kind === 'refused' ? outcome.code : 'accepted'}`;
  world.tally.answers.set(answered, (world.tally.answers.get(answered) ?? 0) + 1);
  if (outcome.kind === 'refused') {
    world.tally.refused += 1;
    world.tell(`${command.says} — refused: ${outcome.code}`);
    world.check(written.length === 0, `${name} took effect and was refused: ${outcome.code}`);
    const allowed = [...before, ...verdict(world, command, moment), ...(command.may?.(world.city, moment) ?? [])];
    const said = JSON.stringify(outcome.facts);
    world.check(
      allowed.includes(outcome.code),
      `${name} was refused: ${outcome.code} ${said}, by the rules ${allowed}`,
    );
    lookForStrangers(world, command, said);
    return;
  }
  const { body } = outcome.answer;
  world.tell(`${command.says} — ${outcome.answer.status}`);
  world.check(written.length === 1 && written[0] === body, `${name} was answered otherwise than is stored`);
  const answer = JSON.parse(body) as Body;
  const on = command.on ?? newOf(answer);
  if (on && answer.version === world.chains.get(`${on[0]}#${on[1]}`)?.version) {
    compare(world, `the answer to ${name}`, answer, mirrorOf(world.city, on[0], on[1]));
  }
  lookForStrangers(world, command, body);
}

const lookForStrangers = (world: World, { kind, caller }: Command, text: string): void => {
  const found = strangersIn(world.city, caller, text);
  world.check(found === undefined, `${kind} tells ${caller.org} of ${found}`);
};

const newOf = ({ applicationId, loanId, claimId }: Body): readonly [string, string] | null => {
  if (typeof claimId === 'string') return ['claims', claimId];
  if (typeof loanId === 'string') return ['loans', loanId];
  return typeof applicationId === 'string' ? ['applications', applicationId] : null;
};

/** One key, one effect, one answer: the same again, and another request under the same key. */
async function sendAgain(
  world: World,
  { kind, says, send }: Command,
  first: Outcome,
  context: (body: string) => Parameters<Command['send']>[1],
): Promise<void> {
  const label = `again:${kind}`;
  if (first.kind === 'answered') {
    const again = await world.wire.run(newRun(label, 0, 0), () => send(world.services, context(says)));
    const isSame = again.kind === 'answered' && again.replayed && again.answer.body === first.answer.body;
    world.check(isSame, `${kind} sent again is answered otherwise`);
    const other = await world.wire.run(newRun(label, 0, 0), () => send(world.services, context(`${says}!`)));
    const isRefused = other.kind === 'refused' && other.code === 'idempotency-key-reused';
    world.check(isRefused, `another ${kind} under the same key is not refused`);
  }
}

/** Until there is an answer: a crash ends the process, and the client sends the same again to the next. */
async function insist(
  world: World,
  command: Command,
  seed: number,
  overtake: (() => Promise<void>) | null,
  send: (answered: AbortSignal) => Promise<Outcome>,
): Promise<Outcome | 'unavailable' | null> {
  for (let attempt = 1; attempt <= attemptsMax; attempt += 1) {
    const run = newRun(command.kind, seedOf(seed, attempt), attempt === 1 ? 2 : attempt === 2 ? 1 : 0);
    if (attempt === 1) run.overtake = overtake;
    const answered = new AbortController();
    const unavailable = new Promise<'unavailable'>((resolve) => {
      run.answerUnavailable = () => {
        answered.abort();
        resolve('unavailable');
      };
    });
    try {
      const sent = world.wire.run(run, () => send(answered.signal));
      const first = await Promise.race([sent, unavailable]);
      if (first === 'unavailable') world.frozen.push(sent);
      return first;
    } catch (error) {
      if (error instanceof Crash) continue;
      world.check(false, `${command.kind} (${command.says}) failed: ${String(error)}`);
      return null;
    }
  }
  world.check(false, `${command.kind} was not answered in ${attemptsMax} attempts`);
  return null;
}
