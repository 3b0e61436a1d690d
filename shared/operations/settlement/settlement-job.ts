import type { Job } from '../../store/outbox.ts';

/** What the settlement worker is told: something may have moved in the line. The order is in the data (R26). */
export interface SettlementMessage {
  readonly kind: 'settlement-line';
}

/** A doorbell for the line; each cause has a job of its own, which its worker ends once it has worked the line. */
export const settlementJob = (cause: string): Job => {
  const message: SettlementMessage = { kind: 'settlement-line' };
  return { jobId: `settle-${cause}`, queue: 'settlement', message };
};
