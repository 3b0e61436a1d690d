import { type Agreement, type AgreementEvent, evolveAgreement } from '../domain/agreement.ts';
import type { Fen } from '../domain/money.ts';
import type { ItemKey } from './database.ts';
import type { ResourceLayout } from './resource.ts';
import type { Write } from './transaction.ts';

export const agreementLayout: ResourceLayout<Agreement, AgreementEvent> = {
  kind: 'agreements',
  table: 'agreements',
  key: (agreementId) => ({ pk: agreementId }),
  evolve: evolveAgreement,
  indexed: () => ({ roster: 'agreements' }),
};

/** What is used of an agreement's quota: a guard beside the agreement, so that racing applications do not wear out its version. */
export const quotaKey = (agreementId: string): ItemKey => ({
  table: 'agreements',
  key: { pk: `quota#${agreementId}` },
});

export interface QuotaItem {
  readonly usedFen: Fen;
}

/** The quota's counter, made with the agreement. */
export const quotaWrite = (agreementId: string): Write => ({
  kind: 'put',
  table: 'agreements',
  item: { ...quotaKey(agreementId).key, usedFen: 0 },
});

/** Moves what is used; a raise only where it still fits the quota (R12). */
export function moveQuota(agreementId: string, raiseFen: Fen, quotaFen: Fen): Write {
  const names = { '#used': 'usedFen' };
  return {
    kind: 'update',
    ...quotaKey(agreementId),
    set: { expression: 'ADD #used :raise', names, values: { ':raise': raiseFen } },
    ...(raiseFen > 0 && {
      condition: { expression: '#used <= :room', names, values: { ':room': quotaFen - raiseFen } },
    }),
  };
}
