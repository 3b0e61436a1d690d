import { evolveInstitution, type Institution, type InstitutionEvent } from '../domain/institution.ts';
import type { ResourceLayout, Stored } from './resource.ts';
import { unchangedSince, type Write } from './transaction.ts';

export const institutionLayout: ResourceLayout<Institution, InstitutionEvent> = {
  kind: 'institutions',
  table: 'institutions',
  key: (institutionId) => ({ pk: institutionId }),
  evolve: evolveInstitution,
  indexed: () => ({ roster: 'institutions' }),
};

/** Its admission is as it was read: only admissions and its circuit breaker change an institution's version. */
export const institutionCheck = ({ state, version }: Stored<Institution>): Write => ({
  kind: 'check',
  table: 'institutions',
  key: institutionLayout.key(state.institutionId),
  condition: unchangedSince(version),
});
