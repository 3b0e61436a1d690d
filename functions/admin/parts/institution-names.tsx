import { createContext, type ReactNode, use } from 'react';
import type { Shape } from '../api/calls.ts';
import { useList } from '../api/use-list.ts';

const Institutions = createContext<readonly Shape<'Institution'>[]>([]);

/** Reads the institutions once: a city has some dozens, and every list names them. */
export function InstitutionsProvider({ children }: { readonly children: ReactNode }) {
  const { items } = useList('/v1/institutions');
  return <Institutions value={items}>{children}</Institutions>;
}

export const useInstitutions = (): readonly Shape<'Institution'>[] => use(Institutions);

/** Whether an id is that of an institution; where none is given there is nothing to know. */
export function useIsKnownInstitution(): (institutionId: string | null) => boolean {
  const institutions = useInstitutions();
  return (institutionId) =>
    institutionId === null || institutions.some((institution) => institution.institutionId === institutionId);
}

/** Names an institution by its id. */
export function useInstitutionName(): (institutionId: string | null) => string {
  const institutions = useInstitutions();
  return (institutionId) =>
    institutions.find((institution) => institution.institutionId === institutionId)?.name ?? institutionId ?? '—';
}
