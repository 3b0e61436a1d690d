import type { CommandContext } from '../../shared/operations/command.ts';
import { personIdOf } from '../../shared/store/persons.ts';
import type { World } from './world.ts';

type Item = Readonly<Record<string, unknown>>;

/** What every person of a history is called: so that a name is found wherever it is kept. */
const mark = '姓名〔';
const nameOf = (sub: string): string => `${mark}${sub}〕`;

/** A command's surroundings with the names of those who act: a bank says, too, who handled and checked it. */
export function named(context: CommandContext): CommandContext {
  const { sub, role } = context.caller;
  const caller = { ...context.caller, name: nameOf(sub) };
  if (role !== 'bank') return { ...context, caller };
  const operator = { handledBy: nameOf(`经办-${sub}`), checkedBy: nameOf(`复核-${sub}`) };
  return {
    ...context,
    caller,
    operator,
    operatorSubs: { handledBy: `operator:1-${sub}`, checkedBy: `operator:2-${sub}` },
  };
}

/** R30: no name of a person in the trail, in any state, index or recorded answer; the directory alone has them. */
export function lookForNames(world: World, table: string, item: Item): void {
  if (table === 'persons' && item.sk === 'names') takeNames(world, item);
  else world.check(!JSON.stringify(item).includes(mark), `${table} ${String(item.pk)} has the name of a person`);
}

function takeNames(world: World, item: Item): void {
  const id = String(item.pk);
  const names = item.names as readonly object[];
  const isErased = world.city.persons.get(id)?.state === 'erased';
  world.check(!isErased || names.length === 0, `the erased name of ${id} came back`);
  world.named.set(id, { isErased: item.isErased === true, names: names.length });
  world.city.acted.add(id);
}

interface Acting {
  readonly sub: string;
  readonly org: string;
  readonly operator?: { readonly handledBy: string; readonly checkedBy: string };
}

/** No committed act of a command lacks the name of who did it, unless that was erased. */
export function lookForActor(world: World, what: string, { sub, org, operator }: Acting): void {
  const subs = operator ? [sub, operator.handledBy, operator.checkedBy] : [sub];
  for (const each of subs) {
    const found = world.named.get(personIdOf(org, each));
    // An erasure takes the names away; once lifted, they come again with the hour.
    const isKept =
      found !== undefined && (found.isErased || found.names > 0 || world.city.persons.has(personIdOf(org, each)));
    world.check(isKept, `${what}: nobody knows the name of ${each}`);
  }
}
