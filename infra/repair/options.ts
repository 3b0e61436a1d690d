import { parseArgs } from 'node:util';
import { type ResourceKind, resourceKinds } from '../../shared/domain/event.ts';
import type { RepairOrder, RestoredSpan } from '../../shared/domain/repair.ts';

/** What is to be repaired, or noted. */
export type Target =
  | { readonly what: 'resource'; readonly kind: ResourceKind; readonly id: string }
  /** Guarded counters by name; all that differ if none is named. */
  | { readonly what: 'guards'; readonly names: readonly string[] }
  | { readonly what: 'figures' | 'fund' | 'answers' }
  | { readonly what: 'restore'; readonly span: RestoredSpan };

export interface RepairOptions {
  readonly target: Target;
  /** null for a dry run. */
  readonly order: RepairOrder | null;
  /** The folder of a system on this machine; null for the city in the cloud that `CITY` names. */
  readonly dataFolder: string | null;
}

export const usage = `Makes stored data again what the histories say. Without --apply it only shows what it would do.

  npm run repair -- --kind ${resourceKinds.join('|')} --id ID
  npm run repair -- --guards | --guard NAME [--guard NAME …]     counters, named as recount-figures names them
  npm run repair -- --figures | --fund | --answers
  npm run repair -- --note-restore --restored-to INSTANT --lost-until INSTANT

  --apply --by OFFICIAL --second OFFICIAL --reason TEXT           does it, as an event of its own
  --data DIR    a system on this machine, running or not (DYNAMODB_ENDPOINT as for npm start); otherwise the city that CITY names

infra/runbook.md says when to use which.`;

/** Ends with a sentence that says what is wrong with the command line. */
export class UsageError extends Error {
  override readonly name = 'UsageError';
}

const form = {
  kind: { type: 'string' },
  id: { type: 'string' },
  guard: { type: 'string', multiple: true },
  guards: { type: 'boolean', default: false },
  figures: { type: 'boolean', default: false },
  fund: { type: 'boolean', default: false },
  answers: { type: 'boolean', default: false },
  'note-restore': { type: 'boolean', default: false },
  'restored-to': { type: 'string' },
  'lost-until': { type: 'string' },
  apply: { type: 'boolean', default: false },
  by: { type: 'string' },
  second: { type: 'string' },
  reason: { type: 'string' },
  data: { type: 'string' },
} as const;

/** @throws UsageError for a command line that makes no sense. */
export function readOptions(args: readonly string[]): RepairOptions {
  const { apply, by = '', second = '', reason = '', data = null, ...asked } = parse(args);
  return { target: targetOf(asked), order: apply ? { by, second, reason } : null, dataFolder: data };
}

function parse(args: readonly string[]) {
  try {
    return parseArgs({ args: [...args], options: form }).values;
  } catch (error) {
    throw new UsageError(error instanceof Error ? error.message : String(error));
  }
}

function targetOf(asked: Omit<ReturnType<typeof parse>, 'apply' | 'by' | 'second' | 'reason' | 'data'>): Target {
  const targets: Target[] = [];
  if (asked.kind !== undefined || asked.id !== undefined) targets.push(resourceOf(asked.kind, asked.id));
  if (asked.guards || asked.guard) targets.push({ what: 'guards', names: asked.guard ?? [] });
  for (const what of ['figures', 'fund', 'answers'] as const) if (asked[what]) targets.push({ what });
  if (asked['note-restore']) {
    const { 'restored-to': restoredTo, 'lost-until': lostUntil } = asked;
    if (!restoredTo || !lostUntil) throw new UsageError('--note-restore needs --restored-to and --lost-until.');
    targets.push({ what: 'restore', span: { restoredTo, lostUntil } });
  }
  const [target, another] = targets;
  if (!target || another) throw new UsageError('Say one thing to repair.');
  return target;
}

function resourceOf(named: string | undefined, id: string | undefined): Target {
  const kind = resourceKinds.find((known) => known === named);
  if (!kind || !id) throw new UsageError(`--kind needs one of ${resourceKinds.join(', ')}, and --id.`);
  return { what: 'resource', kind, id };
}
