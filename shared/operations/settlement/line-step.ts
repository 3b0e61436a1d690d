import type { Write } from '../../store/transaction.ts';

/** Whether money may be taken: while a claim waits for it, only that one may (R25). */
export type Purse = 'open' | 'closed';

/**
 * What a place's turn does. `gone`: somebody else has settled it. `write`: it leaves the line with these writes. `waits`:
 * money does not meet it; the writes say so for the first time.
 */
export type LineStep =
  | { readonly kind: 'gone' }
  | { readonly kind: 'write'; readonly writes: readonly Write[] }
  | { readonly kind: 'waits'; readonly writes: readonly Write[] };
