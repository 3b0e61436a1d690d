import type { CreditCode } from '../domain/credit-code.ts';
import { evolveInclusion, type Inclusion, type InclusionEvent } from '../domain/inclusion.ts';
import { endsOn } from '../domain/inclusion-ending.ts';
import type { ItemKey } from './database.ts';
import type { ResourceLayout } from './resource.ts';
import { absent, type Write } from './transaction.ts';

/** `dueList` holds every inclusion in force that runs out by itself. */
export const inclusionLayout: ResourceLayout<Inclusion, InclusionEvent> = {
  kind: 'inclusions',
  table: 'inclusions',
  key: (inclusionId) => ({ pk: inclusionId }),
  evolve: evolveInclusion,
  indexed: (inclusion) => {
    const { inclusionId, creditCode, state, submittedBy } = inclusion;
    const dueOn = endsOn(inclusion);
    return {
      roster: 'inclusions',
      creditCode,
      state,
      submittedByOrg: submittedBy.org,
      dueList: dueOn === null ? undefined : 'due',
      dueKey: dueOn === null ? undefined : `${dueOn}#${inclusionId}`,
    };
  },
};

/** The guard that lets an enterprise have one request that waits. */
export const openInclusionKey = (creditCode: CreditCode): ItemKey => ({
  table: 'inclusions',
  key: { pk: `open#${creditCode}` },
});

export interface OpenInclusionItem {
  readonly inclusionId: string;
}

export const openInclusionWrite = ({ creditCode, inclusionId }: Inclusion): Write => ({
  kind: 'put',
  table: 'inclusions',
  item: { ...openInclusionKey(creditCode).key, inclusionId },
  condition: absent(),
});

/** Lets the enterprise ask again. */
export const closeInclusionWrite = ({ creditCode }: Inclusion): Write => ({
  kind: 'remove',
  ...openInclusionKey(creditCode),
});
