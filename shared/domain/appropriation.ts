import type { Day } from './calendar.ts';
import type { DomainEvent } from './event.ts';
import type { Fen } from './money.ts';
import { accepted, type Decision, refusedBy } from './refusal.ts';

/** Money that the finance bureau puts into the fund (拨款), by a document of its own (拨款文件). */
export interface Appropriation {
  readonly appropriationId: string;
  readonly amountFen: Fen;
  readonly documentNumber: string;
  readonly appropriatedOn: Day;
}

export interface FundAppropriated extends DomainEvent {
  readonly type: 'fund-appropriated';
  readonly data: { readonly [Field in keyof Appropriation]: Appropriation[Field] };
}

/** Decides an appropriation (R29). Refusal: `date-out-of-range` (later than today). */
export function decideAppropriation(appropriation: Appropriation, today: Day): Decision<FundAppropriated> {
  const { appropriatedOn } = appropriation;
  if (appropriatedOn > today) {
    return refusedBy('R29', 'date-out-of-range', { field: 'appropriatedOn', given: appropriatedOn, through: today });
  }
  return accepted({ type: 'fund-appropriated', data: appropriation });
}

export function evolveAppropriation(_state: Appropriation | null, event: FundAppropriated): Appropriation {
  return event.data;
}
