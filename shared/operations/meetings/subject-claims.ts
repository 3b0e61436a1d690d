import type { Subjects } from './subjects.ts';

/** Claims on an agenda. */
export const claimSubjects: Subjects = {
  key: (id) => ({ table: 'meetings', key: { pk: id, sk: 'claim' } }),
  candidate: (_items, id) => ({ id, kind: 'claim', found: null }),
  putOn: () => [],
  takeOff: () => [],
};
