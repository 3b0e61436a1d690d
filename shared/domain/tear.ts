/**
 * How a resource's state stands to its history. `whole`: state is what the events say, and lists find it. `index-differs`: lists
 * look for it elsewhere. `state-missing`: events, and no state. `state-behind`: the trail has events that the state lacks.
 * `state-differs`: of the same place in the history, and not what it says. `state-ahead`: the state is of an event that the trail
 * lacks. `history-missing`: a state, and no event. `history-broken`: the events do not chain, or replay does not understand them.
 */
export type Tear =
  | 'whole'
  | 'index-differs'
  | 'state-missing'
  | 'state-behind'
  | 'state-differs'
  | 'state-ahead'
  | 'history-missing'
  | 'history-broken';

/** What a repair does about a tear, or why it does nothing. */
export type Remedy =
  | { readonly kind: 'nothing' }
  /** Puts the state that the events say. */
  | { readonly kind: 'replay' }
  /** Takes the state away. */
  | { readonly kind: 'remove' }
  | { readonly kind: 'refused'; readonly why: string };

export interface Surroundings {
  /** Whether a restore of tables was noted: only that explains a state without its event. */
  readonly isRestoreNoted: boolean;
  /** Whether nothing but the state itself was made with the resource's first event, so that it can be taken away. */
  readonly standsAlone: boolean;
}

/**
 * Decides a repair (R30): the events are the truth, and the state follows them. What the trail lacks is not made up; a state
 * that is ahead of it is set back only after a noted restore, because a hand that cut the trail would look the same.
 */
export function remedyOf(tear: Tear, { isRestoreNoted, standsAlone }: Surroundings): Remedy {
  switch (tear) {
    case 'whole':
      return { kind: 'nothing' };
    case 'index-differs':
    case 'state-missing':
    case 'state-behind':
    case 'state-differs':
      return { kind: 'replay' };
    case 'history-broken':
      return refused(
        'Its events are not whole by themselves: no state follows from them. A restore of the table trail, or a backup of the month, shows the event that belongs there.',
      );
    case 'state-ahead':
      return isRestoreNoted ? { kind: 'replay' } : refused(unexplained);
    case 'history-missing':
      if (!isRestoreNoted) return refused(unexplained);
      return standsAlone
        ? { kind: 'remove' }
        : refused(
            'More than its state was made with its first event, and which of it is there cannot be told from here.',
          );
  }
}

const unexplained =
  'Its state has an event that the trail lacks, and no restore of tables is noted that could have lost it. Tell the auditor; if a restore did it, note that first (--note-restore).';

const refused = (why: string): Remedy => ({ kind: 'refused', why });
