import { test } from 'vitest';
import { settleThroughKills } from './settlement-kill.ts';

test('killed with kill -9 while fifty claims from two meetings are settled, all settle once and in order', () =>
  settleThroughKills(25));
