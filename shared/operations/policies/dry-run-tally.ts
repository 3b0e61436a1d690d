import type { Application } from '../../domain/application.ts';
import type { EnterpriseFile } from '../../domain/enterprise.ts';
import type { Fen } from '../../domain/money.ts';
import type { EffectOnEnterprise } from '../../domain/policy-dry-run.ts';
import type { Refusal } from '../../domain/refusal.ts';

/** How many there are, and the first of them. */
class Group<Entry> {
  #count = 0;
  readonly #items: Entry[] = [];
  readonly #limit: number;
  constructor(limit: number) {
    this.#limit = limit;
  }
  add(entry: Entry): void {
    this.#count += 1;
    if (this.#items.length < this.#limit) this.#items.push(entry);
  }
  view() {
    return { count: this.#count, items: [...this.#items] };
  }
}

interface EnterpriseEntry {
  readonly creditCode: string;
  readonly name: string;
  readonly exposureFen: Fen;
}

interface ApplicationEntry {
  readonly applicationId: string;
  readonly creditCode: string;
  readonly institutionId: string;
  readonly amountFen: Fen;
  readonly state: Application['state'];
  readonly code: Refusal['code'];
  readonly rule: string | null;
}

/** What one call of a dry run has found so far: counts of all, and so many entries of each group. */
export class DryRunTally {
  #enterprises = 0;
  #applications = 0;
  readonly #listed: Group<EnterpriseEntry>;
  readonly #unlisted: Group<EnterpriseEntry>;
  readonly #aboveCap: Group<EnterpriseEntry>;
  readonly #refused: Group<ApplicationEntry>;
  constructor(limit: number) {
    this.#listed = new Group(limit);
    this.#unlisted = new Group(limit);
    this.#aboveCap = new Group(limit);
    this.#refused = new Group(limit);
  }

  enterprise({ creditCode, name }: EnterpriseFile, exposureFen: Fen, effect: EffectOnEnterprise): void {
    this.#enterprises += 1;
    const entry = { creditCode, name, exposureFen };
    if (effect.becomesListed) this.#listed.add(entry);
    if (effect.becomesUnlisted) this.#unlisted.add(entry);
    if (effect.comesAboveCap) this.#aboveCap.add(entry);
  }

  application(application: Application, refusal: Refusal | null): void {
    this.#applications += 1;
    if (!refusal) return;
    const { applicationId, creditCode, institutionId, amountFen, state } = application;
    const { code, rule } = refusal;
    this.#refused.add({ applicationId, creditCode, institutionId, amountFen, state, code, rule });
  }

  view() {
    return {
      enterprises: {
        lookedAt: this.#enterprises,
        becomeListed: this.#listed.view(),
        becomeUnlisted: this.#unlisted.view(),
        comeAboveCap: this.#aboveCap.view(),
      },
      applications: { lookedAt: this.#applications, wouldBeRefused: this.#refused.view() },
    };
  }
}
