import { setTimeout as sleep } from 'node:timers/promises';
import { creditCode } from '../support/fixtures.ts';
import type { Chance } from './chance.ts';
import type { Outside, OutsideReply } from './outside.ts';

export const banks = ['rcb', 'icbc'] as const;
export type Bank = (typeof banks)[number];

/** How many enterprises a bank's staff lends to at a time. */
const atATime = 12;

/** The enterprises of the city: as loans fail and caps fill, banks go on to new ones, so a longer run needs more. */
export const enterprisesFor = (kills: number): readonly string[] =>
  Array.from({ length: atATime + 4 * kills }, (_, index) => creditCode(index + 1));

const papers = ['loan-contract', 'disbursement-voucher', 'collection-record', 'classification-record'];
const members = ['science', 'economy', 'finance', 'market', 'talent'];
const dayMs = 24 * 60 * 60 * 1000;

interface Known {
  readonly id: string;
  readonly amountFen: number;
}

/** What an actor does next; it remembers what it was answered, and forgets what it was told is over. */
export interface Actor {
  act(): Promise<void>;
}

/** A bank's staff: applies, approves, disburses, collects, calls loans bad and claims for them. */
export class BankActor implements Actor {
  readonly #bank: Bank;
  readonly #outside: Outside;
  readonly #chance: Chance;
  readonly #customers: string[];
  readonly #others: string[];
  readonly #submitted: Known[] = [];
  readonly #confirmed: Known[] = [];
  readonly #loans: Known[] = [];
  readonly #bad: Known[] = [];
  #contracts = 0;
  constructor(bank: Bank, enterprises: readonly string[], outside: Outside, chance: Chance) {
    this.#bank = bank;
    this.#outside = outside;
    this.#chance = chance;
    this.#customers = enterprises.slice(0, atATime);
    this.#others = enterprises.slice(atATime);
  }

  async act(): Promise<void> {
    const draw = this.#chance.below(10);
    if (draw < 3) return this.#apply();
    if (draw < 5) return this.#approve();
    if (draw < 7) return this.#disburse();
    if (draw < 8) return this.#repay();
    if (draw < 9) return this.#callBad();
    return this.#claim();
  }

  #send(path: string, body: object): Promise<OutsideReply> {
    return this.#outside.command(`bank-${this.#bank}`, path, body);
  }

  async #today(): Promise<string> {
    return shanghaiDay(await this.#outside.clock());
  }

  async #apply(): Promise<void> {
    const amountFen = 1_000_000 * (1 + this.#chance.below(100));
    const code = this.#chance.one(this.#customers) ?? '';
    const terms = { creditCode: code, institutionId: this.#bank, amountFen, termMonths: 6 };
    const { status, body } = await this.#send('/v1/applications', { ...terms, mode: 'credit', purpose: '研发投入' });
    if (status === 201) this.#submitted.push({ id: String(body.applicationId), amountFen });
    // One that is barred or at its cap is asked a few times more, and then given up for another.
    else if (status === 422 && this.#chance.below(4) === 0) this.#giveUp(code);
  }

  #giveUp(code: string): void {
    const next = this.#others.shift();
    if (next !== undefined) this.#customers[this.#customers.indexOf(code)] = next;
  }

  async #approve(): Promise<void> {
    const application = this.#submitted.shift();
    if (!application) return;
    const review = { decision: 'approve', annualRateBp: 385 };
    const { body } = await this.#send(`/v1/applications/${application.id}/reviews`, review);
    if (body.state === 'confirmed') this.#confirmed.push(application);
  }

  async #disburse(): Promise<void> {
    const application = this.#confirmed.shift();
    if (!application) return;
    this.#contracts += 1;
    const disbursedOn = await this.#today();
    const maturesOn = new Date(Date.parse(disbursedOn) + 180 * dayMs).toISOString().slice(0, 10);
    const { amountFen } = application;
    const contract = { contractNumber: `HT-${this.#bank}-${this.#contracts}`, annualRateBp: 385 };
    const report = { amountFen, disbursedOn, maturesOn, ...contract };
    const { status, body } = await this.#send(`/v1/applications/${application.id}/disbursement`, report);
    if (status === 201) this.#loans.push({ id: String(body.loanId), amountFen });
  }

  async #repay(): Promise<void> {
    const loan = this.#chance.one(this.#loans);
    if (!loan) return;
    const principalFen = 1 + this.#chance.below(Math.max(1, Math.floor(loan.amountFen / 4)));
    const paid = { principalFen, interestFen: 1, paidOn: await this.#today() };
    await this.#send(`/v1/loans/${loan.id}/repayments`, paid);
  }

  async #callBad(): Promise<void> {
    const loan = this.#loans.shift();
    if (!loan) return;
    const report = { class: 'substandard', asOf: await this.#today(), overdueDays: 0 };
    const { body } = await this.#send(`/v1/loans/${loan.id}/classifications`, report);
    if (body.state === 'non-performing') this.#bad.push({ id: loan.id, amountFen: Number(body.outstandingFen) });
  }

  async #claim(): Promise<void> {
    const loan = this.#bad.shift();
    if (!loan) return;
    const evidence = papers.map((kind) => ({ kind, reference: `档案-${kind}` }));
    const loss = { principalLossFen: loan.amountFen, interestLossFen: 0 };
    await this.#send(`/v1/loans/${loan.id}/claims`, { ...loss, evidence, statement: '无力归还' });
  }
}

/** The office, the conference and the finance bureau: they bring money, decide what banks claim, and pay. */
export class OfficeActor implements Actor {
  readonly #enterprises: readonly string[];
  readonly #outside: Outside;
  readonly #chance: Chance;
  #documents = 0;
  constructor(enterprises: readonly string[], outside: Outside, chance: Chance) {
    this.#enterprises = enterprises;
    this.#outside = outside;
    this.#chance = chance;
  }

  async act(): Promise<void> {
    const draw = this.#chance.below(8);
    if (draw < 1) return this.#import();
    if (draw < 2) return this.#appropriate();
    if (draw < 4) return this.#accept();
    if (draw < 7) return this.#confer();
    return this.#pay();
  }

  async #import(): Promise<void> {
    const day = shanghaiDay(await this.#outside.clock());
    const rows = Array.from({ length: 3 }, () => {
      const code = this.#chance.one(this.#enterprises) ?? '';
      return { creditCode: code, name: `平湖${code.slice(10, 17)}有限公司`, issuedOn: day, validUntil: '2099-12-31' };
    });
    const list = { category: 'gazelle', mode: 'merge', source: { title: '名单' }, rows };
    await this.#outside.command('office-1', '/v1/imports', list);
  }

  async #appropriate(): Promise<void> {
    this.#documents += 1;
    const day = shanghaiDay(await this.#outside.clock());
    const amount = { amountFen: 20_000_000, documentNumber: `拨-${this.#documents}`, appropriatedOn: day };
    await this.#outside.command('finance-1', '/v1/fund/appropriations', amount);
  }

  async #accept(): Promise<void> {
    for (const { claimId } of await this.#claims('submitted')) {
      await this.#outside.command('office-1', `/v1/claims/${claimId}/acceptance`, { decision: 'accept' });
    }
  }

  /** Goes on with the meeting that a kill left in the middle, or holds a whole one on what is accepted, to its resolution. */
  async #confer(): Promise<void> {
    const meetingId = (await this.#openMeeting()) ?? (await this.#convene());
    if (meetingId === null) return;
    const path = `/v1/meetings/${meetingId}`;
    const { body } = await this.#outside.get('office-1', path);
    for (const { itemId } of body.items as { readonly itemId: string }[]) {
      for (const member of members) {
        await this.#outside.command(`member-${member}`, `${path}/votes`, { itemId, vote: 'approve' });
      }
    }
    await this.#outside.command('office-1', `${path}/resolution`, { items: [] });
  }

  async #openMeeting(): Promise<string | null> {
    const { body } = await this.#outside.get('office-1', '/v1/meetings?state=open&limit=1');
    const [open] = body.items as { readonly meetingId: string }[];
    return open?.meetingId ?? null;
  }

  /** Two claims at most: kills come often, and each must be voted on by five units. */
  async #convene(): Promise<string | null> {
    const claimIds = (await this.#claims('accepted')).slice(0, 2).map(({ claimId }) => claimId);
    if (claimIds.length === 0) return null;
    const convenesOn = shanghaiDay(await this.#outside.clock());
    const agenda = { title: '联席会议', convenesOn, claimIds, inclusionIds: [] };
    const { status, body } = await this.#outside.command('office-1', '/v1/meetings', agenda);
    return status === 201 ? String(body.meetingId) : null;
  }

  async #pay(): Promise<void> {
    const [claim] = await this.#claims('settled');
    if (!claim) return;
    const payment = { voucherNumber: `凭-${claim.claimId}`, paidOn: shanghaiDay(await this.#outside.clock()) };
    await this.#outside.command('finance-1', `/v1/claims/${claim.claimId}/payment`, payment);
  }

  async #claims(state: string): Promise<readonly { readonly claimId: string }[]> {
    const { body } = await this.#outside.get('office-1', `/v1/claims?state=${state}&limit=5`);
    return (body.items ?? []) as { readonly claimId: string }[];
  }
}

/** The clock: a day passes, and its night with every job of it. */
export class NightActor implements Actor {
  readonly #outside: Outside;
  constructor(outside: Outside) {
    this.#outside = outside;
  }

  async act(): Promise<void> {
    await sleep(400);
    const now = Date.parse(await this.#outside.clock());
    await this.#outside.moveClock(new Date(now + dayMs).toISOString());
  }
}

const shanghaiDay = (instant: string): string =>
  new Date(Date.parse(instant) + 8 * 60 * 60 * 1000).toISOString().slice(0, 10);
