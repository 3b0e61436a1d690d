import { addDays, type Day, dayAt } from '../../shared/domain/calendar.ts';
import { disburse } from '../../shared/operations/applications/disburse.ts';
import { reviewApplication } from '../../shared/operations/applications/review.ts';
import { submitApplication } from '../../shared/operations/applications/submit.ts';
import { withdrawApplication } from '../../shared/operations/applications/withdraw.ts';
import type { CommandContext, Outcome } from '../../shared/operations/command.ts';
import { acceptImport } from '../../shared/operations/list/accept-import.ts';
import { refreshDue } from '../../shared/operations/list/refresh-due.ts';
import { classifyLoan } from '../../shared/operations/loans/classify.ts';
import { extendLoan } from '../../shared/operations/loans/extend.ts';
import { markOverdueLoans } from '../../shared/operations/loans/mark-overdue.ts';
import { recordRepayment } from '../../shared/operations/loans/repay.ts';
import { anImport, aRow, workAll } from '../operations/list/list-city.ts';
import { type FaultHook, faults, insist } from './faults.ts';
import { anApplication, bank, commandBy, creditCode, office } from './fixtures.ts';
import type { TestStore } from './store.ts';

const codes = Array.from({ length: 12 }, (_, index) => creditCode(7000 + index));
const banks = ['rcb', 'icbc'] as const;
const modes = ['credit', 'ip-pledge', 'mortgage', 'guarantee'] as const;
const categories = ['high-tech', 'gazelle', 'provincial-tech-sme'] as const;

/**
 * A city in which anybody does anything, drawn from a seed: every command is sent until it is answered, most of them
 * with a fault at one of their calls, some of them twice. What it draws depends on the seed and on the answers alone.
 */
export class RandomCity {
  readonly #store: TestStore;
  readonly #hook: FaultHook;
  #state: number;
  #commands = 0;
  readonly #applications: { readonly id: string; readonly org: string }[] = [];
  readonly #confirmed: { readonly id: string; readonly org: string; readonly amountFen: number }[] = [];
  readonly #loans: { readonly id: string; readonly org: string }[] = [];
  /** How often each kind of command was accepted, refused. */
  readonly tally: Record<string, { accepted: number; refused: number }> = {};

  constructor(store: TestStore, hook: FaultHook, seed: number) {
    this.#store = store;
    this.#hook = hook;
    this.#state = seed;
  }

  /** Does one thing, drawn by chance. */
  async act(): Promise<void> {
    const draw = this.#below(100);
    if (draw < 4) await this.#night();
    else if (draw < 12) await this.#import();
    else if (draw < 40) await this.#apply();
    else if (draw < 46) await this.#withdraw();
    else if (draw < 66) await this.#disburse();
    else if (draw < 84) await this.#repay();
    else if (draw < 90) await this.#extend();
    else await this.#classify();
  }

  /** One of so many, by a generator that the seed alone drives (mulberry32). */
  #below(count: number): number {
    this.#state = (this.#state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(this.#state ^ (this.#state >>> 15), 1 | this.#state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) % count;
  }

  #one<Value>(values: readonly Value[]): Value | undefined {
    return values[this.#below(Math.max(1, values.length))];
  }

  get #today(): Day {
    return dayAt(this.#store.services.now());
  }

  /** Sends a command until it is answered, mostly with a fault on the way, sometimes twice. */
  async #send(
    kind: string,
    org: string | null,
    send: (context: CommandContext) => Promise<Outcome>,
  ): Promise<Readonly<Record<string, unknown>> | null> {
    this.#commands += 1;
    const key = `random-${this.#commands}`;
    const caller = org === null ? office() : bank(org);
    const context = (): CommandContext => commandBy(this.#store.services, caller, key);
    this.#armSomething();
    const outcome = await insist(this.#hook, () => send(context()));
    this.#hook.arm(null, 0);
    if (this.#below(10) === 0) await send(context());
    const { accepted, refused } = this.tally[kind] ?? { accepted: 0, refused: 0 };
    const isRefused = outcome.kind === 'refused';
    this.tally[kind] = { accepted: accepted + Number(!isRefused), refused: refused + Number(isRefused) };
    return outcome.kind === 'refused' ? null : JSON.parse(outcome.answer.body);
  }

  #armSomething(): void {
    const fault = this.#below(4) === 0 ? null : (this.#one(faults) ?? null);
    this.#hook.arm(fault, 1 + this.#below(4));
  }

  async #night(): Promise<void> {
    const { services, setNow } = this.#store;
    const days = 1 + this.#below(40);
    setNow(`${addDays(this.#today, days - 1)}T16:10:00.000Z`);
    this.#armSomething();
    await insist(this.#hook, async () => {
      await refreshDue(services, services.now());
      await workAll(services);
      await markOverdueLoans(services, services.now());
    });
    this.#hook.arm(null, 0);
    setNow(`${this.#today}T02:00:00.000Z`);
  }

  async #import(): Promise<void> {
    const rows = Array.from({ length: 1 + this.#below(4) }, () =>
      aRow(this.#one(codes) ?? '', {
        issuedOn: addDays(this.#today, -this.#below(400)),
        validUntil: addDays(this.#today, this.#below(500)),
      }),
    );
    const category = this.#one(categories) ?? 'high-tech';
    const { services } = this.#store;
    await this.#send('import', null, (context) => acceptImport(services, context, anImport(rows, { category })));
    this.#armSomething();
    await insist(this.#hook, () => workAll(services));
    this.#hook.arm(null, 0);
  }

  async #apply(): Promise<void> {
    const { services } = this.#store;
    const org = this.#one(banks) ?? 'rcb';
    const mode = this.#one(modes) ?? 'credit';
    const amountFen = 1 + this.#below(200_000_000);
    const guarantorId = mode === 'guarantee' ? 'talent-guarantee' : null;
    const terms = { institutionId: org, amountFen, mode, guarantorId };
    const code = this.#one(codes) ?? '';
    const made = await this.#send('application', org, (context) =>
      submitApplication(services, context, anApplication(code, terms)),
    );
    if (!made) return;
    const id = String(made.applicationId);
    this.#applications.push({ id, org });
    const approve = { decision: 'approve', approvedAmountFen: null, annualRateBp: 400, annualRatePpm: null } as const;
    const reviewed = await this.#send('review', org, (context) => reviewApplication(services, context, id, approve));
    if (reviewed?.state === 'confirmed') this.#confirmed.push({ id, org, amountFen });
  }

  async #withdraw(): Promise<void> {
    const application = this.#one(this.#applications);
    if (!application) return;
    await this.#send('withdrawal', application.org, (context) =>
      withdrawApplication(this.#store.services, context, application.id, null),
    );
  }

  async #disburse(): Promise<void> {
    const application = this.#confirmed.pop();
    if (!application) return;
    const report = {
      amountFen: application.amountFen,
      disbursedOn: this.#today,
      maturesOn: addDays(this.#today, 20 + this.#below(300)),
      contractNumber: `HT-${this.#commands}`,
      noteNumber: '',
      annualRateBp: 400,
      annualRatePpm: null,
    };
    const loan = await this.#send('disbursement', application.org, (context) =>
      disburse(this.#store.services, context, application.id, report),
    );
    if (loan) this.#loans.push({ id: String(loan.loanId), org: application.org });
  }

  async #repay(): Promise<void> {
    const loan = this.#one(this.#loans);
    if (!loan) return;
    const paid = {
      principalFen: this.#below(60_000_000),
      interestFen: 1,
      paidOn: addDays(this.#today, -this.#below(3)),
    };
    await this.#send('repayment', loan.org, (context) => recordRepayment(this.#store.services, context, loan.id, paid));
  }

  async #extend(): Promise<void> {
    const loan = this.#one(this.#loans);
    if (!loan) return;
    const extension = { maturesOn: addDays(this.#today, 1 + this.#below(200)), reason: '回款延迟' };
    await this.#send('extension', loan.org, (context) => extendLoan(this.#store.services, context, loan.id, extension));
  }

  async #classify(): Promise<void> {
    const loan = this.#one(this.#loans);
    if (!loan) return;
    const loanClass = this.#one(['normal', 'special-mention', 'substandard'] as const) ?? 'normal';
    const report = { class: loanClass, asOf: this.#today, overdueDays: 0, unpaidInterestFen: null, reason: null };
    await this.#send('classification', loan.org, (context) =>
      classifyLoan(this.#store.services, context, loan.id, report),
    );
  }

  /** Commands that were sent so far. */
  get commands(): number {
    return this.#commands;
  }
}
