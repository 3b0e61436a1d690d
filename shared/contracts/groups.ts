import type { Group, Route, Tag } from './route.ts';

/** Whose function answers the commands of an area. What has no command yet says where its first one belongs. */
const groupOfTag = {
  Service: 'audit',
  List: 'list',
  Enterprises: 'list',
  Inclusions: 'list',
  Applications: 'applications',
  Institutions: 'lending',
  Agreements: 'lending',
  Loans: 'lending',
  Meetings: 'conference',
  Documents: 'documents',
  Fund: 'fund',
  Claims: 'compensation',
  Policies: 'policy',
  Statistics: 'audit',
  Audit: 'audit',
  Persons: 'audit',
} as const satisfies Record<Tag, Group>;

/** The function that answers a call. */
export const groupOf = ({ group, method, tag }: Pick<Route, 'group' | 'method' | 'tag'>): Group =>
  group ?? (method === 'GET' ? 'reads' : groupOfTag[tag]);
