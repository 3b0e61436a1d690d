import type { Shape } from '../../api/calls.ts';

type Run = Shape<'PolicyDryRun'>;
export type Affected = Run['enterprises']['becomeListed'];
export type Refused = Run['applications']['wouldBeRefused'];

/** What all calls of a dry run found together. */
export interface DryRunTotal {
  readonly enterprises: number;
  readonly applications: number;
  readonly becomeListed: Affected;
  readonly becomeUnlisted: Affected;
  readonly comeAboveCap: Affected;
  readonly wouldBeRefused: Refused;
}

export const nothingYet: DryRunTotal = {
  enterprises: 0,
  applications: 0,
  becomeListed: { count: 0, items: [] },
  becomeUnlisted: { count: 0, items: [] },
  comeAboveCap: { count: 0, items: [] },
  wouldBeRefused: { count: 0, items: [] },
};

const together = <Item>(
  a: { readonly count: number; readonly items: Item[] },
  b: { readonly count: number; readonly items: Item[] },
) => ({ count: a.count + b.count, items: [...a.items, ...b.items] });

/** Adds what one more call has found. */
export const addUp = (total: DryRunTotal, { enterprises, applications }: Run): DryRunTotal => ({
  enterprises: total.enterprises + enterprises.lookedAt,
  applications: total.applications + applications.lookedAt,
  becomeListed: together(total.becomeListed, enterprises.becomeListed),
  becomeUnlisted: together(total.becomeUnlisted, enterprises.becomeUnlisted),
  comeAboveCap: together(total.comeAboveCap, enterprises.comeAboveCap),
  wouldBeRefused: together(total.wouldBeRefused, applications.wouldBeRefused),
});
