import { expect, test } from 'vitest';
import { routes } from '../../shared/contracts/routes.ts';
import { operationOf, withoutAct } from './commands.ts';

const commands = routes.filter(({ method }) => method === 'POST').map(({ operationId }) => operationId);
const acted: readonly string[] = Object.values(operationOf);

test('every command of the route table has an act in the simulator, or a written reason', () => {
  expect(commands.filter((name) => !acted.includes(name) && !(name in withoutAct))).toEqual([]);
});

test('no act and no reason is of a command that is not there, and none has both', () => {
  expect([...acted, ...Object.keys(withoutAct)].filter((name) => !commands.includes(name))).toEqual([]);
  expect(acted.filter((name) => name in withoutAct)).toEqual([]);
  for (const reason of Object.values(withoutAct)) expect(reason).toMatch(/^[A-Z].{40,}\.$/);
});
