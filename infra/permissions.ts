import { readFileSync } from 'node:fs';
import type * as z from 'zod/mini';
import { groupOf } from '../shared/contracts/groups.ts';
import type { Route } from '../shared/contracts/route.ts';
import { routes } from '../shared/contracts/routes.ts';
import { queues } from '../shared/platform/config.ts';
import { groupEntry } from './build/entry-points.ts';

/** What a function may do: the actions on each table, index (`table/index`) and queue (`queue/name`). */
export type Permissions = Readonly<Record<string, readonly string[]>>;

/**
 * What each function (by its entry point: a group of calls, or a module) was seen to do. The file is written from what the tests' functions really called
 * (`npm run permissions`), reviewed like code, and proved in both directions by every whole run of the tests.
 */
export const recordedPermissions: Readonly<Record<string, Permissions>> = JSON.parse(
  readFileSync(new URL('./permissions.json', import.meta.url), 'utf8'),
);

/** The functions of some calls. */
const functionsOf = (isOne: (route: Route) => unknown): ReadonlySet<string> =>
  new Set(routes.filter(isOne).map((route) => groupEntry(groupOf(route))));

/** The functions whose answers carry cursors. */
const paging = functionsOf(({ query }) => query && 'cursor' in (query as z.ZodMiniObject).shape);

/** A process reads the key that seals cursors once, so that chance decides which function is seen to do it. */
const cursorKey: Permissions = { settings: ['dynamodb:BatchGetItem'] };

/**
 * A function that runs commands keeps the names of who acts, and reads the key of operators' pseudonyms (decisions/0048):
 * once a process and hour, so that chance decides which function is seen to do it.
 */
const names: Permissions = {
  persons: ['dynamodb:BatchGetItem', 'dynamodb:PutItem'],
  settings: ['dynamodb:BatchGetItem'],
};
const runsCommands = (entry: string): boolean => recordedPermissions[entry]?.commands !== undefined;

/** A function that answers people keeps the access log and counts calls. A run of the tests sees neither in each of them, so both are given by rule. */
const log: Permissions = {
  accessLog: ['dynamodb:PutItem'],
  limits: ['dynamodb:GetItem', 'dynamodb:UpdateItem'],
};
const answersPeople = functionsOf(({ roles }) => roles !== 'public');

/** The sweeper rings for whatever a crash has left behind, and an official for what was parked: for which queue they are seen to do so in a run is chance. */
const ringers: ReadonlySet<string> = new Set(['functions/jobs/sweep-outbox.ts', groupEntry('audit')]);
const everyBell: Permissions = Object.fromEntries(
  Object.keys(queues).map((queue) => [`queue/${queue}`, ['sqs:SendMessage']]),
);

/** What a function may do: what it was seen to do, the cursors' key where it pages, names where it runs commands. */
export function permissionsOf(entry: string): Permissions {
  return together([
    recordedPermissions[entry] ?? {},
    paging.has(entry) ? cursorKey : {},
    runsCommands(entry) ? names : {},
    answersPeople.has(entry) ? log : {},
    ringers.has(entry) ? everyBell : {},
  ]);
}

/** Several permissions as one, in order. */
export function together(all: readonly Permissions[]): Permissions {
  const resources = [...new Set(all.flatMap((permissions) => Object.keys(permissions)))].sort();
  const actionsOn = (resource: string): readonly string[] =>
    [...new Set(all.flatMap((permissions) => permissions[resource] ?? []))].sort();
  return Object.fromEntries(resources.map((resource) => [resource, actionsOn(resource)]));
}

/** Leaves out what chance decides, for the file and for comparing. */
export function withoutChance(entry: string, permissions: Permissions): Permissions {
  const chance = together([
    paging.has(entry) ? cursorKey : {},
    'commands' in permissions ? names : {},
    answersPeople.has(entry) ? log : {},
  ]);
  return Object.fromEntries(
    Object.entries(permissions)
      .map(([resource, actions]): [string, readonly string[]] => [
        resource,
        actions.filter((action) => !chance[resource]?.includes(action)),
      ])
      .filter(([resource, actions]) => actions.length > 0 && !(ringers.has(entry) && resource in everyBell)),
  );
}
