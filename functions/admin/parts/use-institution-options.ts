import { useMemo } from 'react';
import { useInstitutions } from './institution-names.tsx';
import type { Option } from './options.ts';

/** The banks as options of a filter. */
export function useBankOptions(): readonly Option[] {
  const institutions = useInstitutions();
  return useMemo(
    () =>
      institutions
        .filter(({ kind }) => kind === 'bank')
        .map(({ institutionId, name }) => ({ value: institutionId, label: name })),
    [institutions],
  );
}
