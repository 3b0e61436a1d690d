import { ulid } from 'ulid';

/** A new opaque id: a prefix that tells people what it names, then the instant and chance, sortable by creation. */
export const newId = (prefix: string, at: string): string => `${prefix}-${ulid(Date.parse(at))}`;
