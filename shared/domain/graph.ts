import { accepted, type Decision, type Refusal, stateConflict } from './refusal.ts';

/**
 * A move of a state graph: the states from which it is legal, and the state to which it leads. One that is legal from no
 * state begins a history. `to: null`: the state stays, or the event's data decide, and then each way has a name of its own.
 */
export interface Move<State extends string> {
  readonly from: readonly State[];
  readonly to: State | null;
}

/**
 * A noun's state graph (状态图): every event by its type, the first one first, and moves with a name of their own where an
 * event is legal from fewer states for one who asks, or leads to more than one. No other move is legal.
 */
export type Moves<State extends string, Name extends string> = Readonly<Record<Name, Move<State>>>;

type OfMove<Answer> = <State extends string, Name extends string>(
  moves: Moves<State, Name>,
  state: NoInfer<State>,
  move: NoInfer<Name>,
) => Answer;

export const mayMove: OfMove<boolean> = (moves, state, move) => moves[move].from.includes(state);

/** Refusal: `state-conflict` if the graph has no such move from the state; `allowed` are the states that have it. */
export const refusalOfMove: OfMove<Refusal | null> = (moves, state, move) =>
  mayMove(moves, state, move) ? null : stateConflict(state, moves[move].from);

/** Accepts an event that nothing but the graph may refuse. */
export const decideMove = <State extends string, Name extends string, Event extends { readonly type: Name }>(
  moves: Moves<State, Name>,
  state: NoInfer<State>,
  event: Event,
): Decision<Event> => refusalOfMove(moves, state, event.type) ?? accepted(event);

/**
 * What the graph alone changes: the noun in the state to which the move leads.
 *
 * @throws Error if there is no noun yet.
 */
export function moved<State extends string, Name extends string, Noun extends { readonly state: State }>(
  moves: Moves<State, Name>,
  noun: Noun | null,
  move: NoInfer<Name>,
): Noun {
  if (!noun) throw new Error(`${move} before ${Object.keys(moves)[0]}`);
  return { ...noun, state: moves[move].to ?? noun.state };
}

/** Whether nothing can happen any more in a state. */
export const isEnd = <State extends string>(moves: Moves<State, string>, state: NoInfer<State>): boolean =>
  Object.values(moves).every(({ from }) => !from.includes(state));
