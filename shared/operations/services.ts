import type { Database } from '../store/database.ts';
import type { Queues } from '../store/doorbell.ts';
import type { Objects } from '../store/objects.ts';
import type { InstitutionsSeen } from './institutions-seen.ts';
import type { NamesKept } from './persons/keep-names.ts';

/** A line of the structured log: words and plain figures, never a body or a token. */
export interface Log {
  info(message: string, facts?: Readonly<Record<string, unknown>>): void;
  warn(message: string, facts?: Readonly<Record<string, unknown>>): void;
  error(message: string, facts?: Readonly<Record<string, unknown>>): void;
}

/** What the operations stand on. Passed in, so that a test or another machine brings its own. */
export interface Services {
  readonly database: Database;
  readonly queues: Queues;
  /** The contents of documents. */
  readonly objects: Objects;
  /** Checkpoints of the trail, which nobody can change; `anchor-trail` alone is given their bucket. */
  readonly checkpoints: Objects;
  /** The institutions as this process last read them. */
  readonly institutionsSeen: InstitutionsSeen;
  /** The names of persons that this process knows to be kept. */
  readonly namesKept: NamesKept;
  /** A new opaque id, sortable by creation: the prefix and the instant's time and chance. */
  readonly newId: (prefix: string, at: string) => string;
  /** The instant now, ISO 8601 with milliseconds. Read once a command. */
  readonly now: () => string;
  readonly log: Log;
}
