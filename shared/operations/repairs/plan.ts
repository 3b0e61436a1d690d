import type { RepairChange } from '../../domain/repair.ts';
import type { Write } from '../../store/transaction.ts';
import type { Services } from '../services.ts';

/** What a repair stands on: tables, clock and ids; no queue and no bucket. */
export type RepairServices = Pick<Services, 'database' | 'newId' | 'now'>;

/** What one transaction of a repair would do, under the condition that nothing has moved since it was planned. */
export interface RepairPlan {
  readonly kind: 'plan';
  /** What is repaired, such as `loans/loan-1`. */
  readonly subject: string;
  /** For people: what is wrong, and what to look at besides. */
  readonly notes: readonly string[];
  readonly changes: readonly RepairChange[];
  readonly writes: readonly Write[];
}

/** What is in order, or cannot be decided from here, and why. */
export interface NoPlan {
  readonly kind: 'in-order' | 'refused';
  readonly subject: string;
  readonly notes: readonly string[];
}

export type Planned = RepairPlan | NoPlan;

/** What a transaction of a repair holds at most beside its own event and state, so that there is room to spare. */
export const writesInRepair = 80;
