import { hrefOf } from '../../../shell/address.ts';

interface QueueEntryProps {
  /** How many; null while it is not known, and nothing is shown of none. */
  readonly count: number | null;
  readonly isMore?: boolean;
  readonly name: string;
  readonly to: string;
  readonly query?: Readonly<Record<string, string>>;
}

/** So many of a thing wait; leads to them. */
export function QueueEntry({ count, isMore = false, name, to, query }: QueueEntryProps) {
  if (count === null || count === 0) return null;
  return (
    <li>
      <a href={hrefOf(to, query)}>
        <strong>
          {count}
          {isMore && '+'}
        </strong>
        {name}
      </a>
    </li>
  );
}
