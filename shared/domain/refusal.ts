import type { Defect, Fact, FactsOf, RefusalCode } from './refusal-facts.ts';

/** Plain figures, dates, ids and words; never another organisation's. Where several things are missing, a list of them. */
export type Facts = Readonly<Record<string, Fact | readonly Defect[]>>;

/**
 * A no as a value (refusal-facts.ts has all): its code, the rule that decided (rules.md) and the figures that decided. Its
 * facts are typed where it is made and where it is put into words.
 */
export interface Refusal {
  readonly kind: 'refused';
  readonly code: RefusalCode;
  /** The rule of rules.md, such as `R10`; null where no rule of the programme decided. */
  readonly rule: string | null;
  readonly facts: Facts;
}

export interface Accepted<Event> {
  readonly kind: 'accepted';
  readonly events: readonly Event[];
}

export type Decision<Event> = Accepted<Event> | Refusal;

type FactsGiven<Code extends RefusalCode> = object extends FactsOf<Code> ? [facts?: FactsOf<Code>] : [FactsOf<Code>];

/** Says no by a rule of the programme, with the facts that this refusal has. */
export const refusedBy = <Code extends RefusalCode>(
  rule: string | null,
  code: Code,
  ...[facts]: FactsGiven<Code>
): Refusal => ({ kind: 'refused', code, rule, facts: (facts ?? {}) as Facts });

/** Says no because a resource's state does not allow the move; `from` are the states that would. */
export const stateConflict = (state: string, from: readonly string[]): Refusal =>
  refusedBy(null, 'state-conflict', { state, allowed: from.join(', ') });

export const accepted = <Event>(...events: readonly Event[]): Accepted<Event> => ({ kind: 'accepted', events });
