import { type Refusal, refusedBy } from '../domain/refusal.ts';
import { searchForm } from '../domain/search-form.ts';
import type { Stored } from '../store/resource.ts';
import type { CommandContext } from './command.ts';

/**
 * What is asked of every command before its own rules, in api.md's order: the resource is there and the caller may see
 * it (404), the version that it names (412), two different persons at the machine client (403).
 */
export function refusalOfAccess<State>(
  context: CommandContext,
  stored: Stored<State> | null,
  mayRead: (state: State) => boolean,
): Refusal | null {
  if (!stored || !mayRead(stored.state)) return refusedBy(null, 'not-found');
  if (context.ifMatch !== null && context.ifMatch !== stored.version) {
    return refusedBy(null, 'version-mismatch', { given: context.ifMatch, current: stored.version });
  }
  return refusalOfOperator(context);
}

/** The same person may not have handled and checked: a name stays the same in another width or case, and with other blanks. */
export function refusalOfOperator({ operator }: CommandContext): Refusal | null {
  if (!operator || comparedName(operator.handledBy) !== comparedName(operator.checkedBy)) return null;
  return refusedBy(null, 'four-eyes', { handledBy: operator.handledBy, checkedBy: operator.checkedBy });
}

/** A name without letters or digits is compared as it is. */
const comparedName = (name: string): string => searchForm(name.normalize('NFKC')) || name;
