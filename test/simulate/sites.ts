import type { Fault } from '../support/faults.ts';

/** What the simulator does at one call beside the faults of the one fault hook. */
export type SiteFault = Fault | 'overtaken' | 'stale-index' | 'in-hand' | 'torn' | 'frozen';

/** Of every call site and fault: how often it was passed while armed, and how often it fired. */
export class SiteBook {
  readonly passed = new Map<string, number>();
  readonly fired = new Map<string, number>();

  pass(site: string): void {
    this.passed.set(site, (this.passed.get(site) ?? 0) + 1);
  }

  fire(site: string, fault: SiteFault): void {
    const name = `${site} ${fault}`;
    this.fired.set(name, (this.fired.get(name) ?? 0) + 1);
  }

  add({ passed, fired }: { readonly passed: Counted; readonly fired: Counted }): void {
    for (const [site, count] of passed) this.passed.set(site, (this.passed.get(site) ?? 0) + count);
    for (const [name, count] of fired) this.fired.set(name, (this.fired.get(name) ?? 0) + count);
  }

  /** Sites at which at least one fault has fired. */
  get sitesFired(): number {
    return new Set([...this.fired.keys()].map((name) => name.slice(0, name.lastIndexOf(' ')))).size;
  }
}

type Counted = Iterable<readonly [string, number]>;
