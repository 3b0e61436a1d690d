import type { Caller } from '../../../shared/operations/caller.ts';

export const enterpriseCaller = (code: string): Caller => ({
  sub: `enterprise:${code}`,
  name: code,
  org: code,
  role: 'enterprise',
});

export const member = (unit: string): Caller => ({ sub: `member-${unit}`, name: unit, org: unit, role: 'member' });
