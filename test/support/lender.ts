import type { Api, Reply } from './api.ts';

/** What a refusal says for machines: the status, the code, the rule and what decided. */
export const refusalIn = ({ status, body: { code, rule = null, facts } }: Reply) => ({ status, code, rule, facts });

/** A refusal by a rule, as {@link refusalIn} says it. */
export const ruledOut = (rule: string, code: string, facts: object) => ({ status: 422, code, rule, facts });

/** The refusal of a command that the state does not allow, as {@link refusalIn} says it. */
export const inConflict = (state: string, allowed: string) => ({
  status: 409,
  code: 'state-conflict',
  rule: null,
  facts: { state, allowed },
});

/** A reply that the story takes for granted. @throws Error with the answer where it is another. */
export function expected(reply: Reply, status = 200): Reply['body'] {
  if (reply.status !== status) throw new Error(`${reply.status} in place of ${status}: ${reply.text}`);
  return reply.body;
}

/** The staff of one bank, at work over HTTP. */
export class Lender {
  readonly #api: Api;
  readonly #institutionId: string;
  readonly #client: string;
  constructor(api: Api, institutionId = 'rcb') {
    this.#api = api;
    this.#institutionId = institutionId;
    this.#client = `bank-${institutionId}`;
  }

  apply(creditCode: string, amountFen: number, terms: object = {}): Promise<Reply> {
    const application = { creditCode, institutionId: this.#institutionId, amountFen, termMonths: 3 };
    return this.#api.post(this.#client, '/v1/applications', {
      ...application,
      mode: 'credit',
      purpose: '研发投入',
      ...terms,
    });
  }

  async applied(creditCode: string, amountFen: number, terms: object = {}): Promise<string> {
    return String(expected(await this.apply(creditCode, amountFen, terms), 201).applicationId);
  }

  review(applicationId: string, review: object): Promise<Reply> {
    return this.#api.post(this.#client, `/v1/applications/${applicationId}/reviews`, review);
  }

  approve(applicationId: string, terms: object = {}): Promise<Reply> {
    return this.review(applicationId, { decision: 'approve', annualRateBp: 385, ...terms });
  }

  giveBack(applicationId: string): Promise<Reply> {
    return this.review(applicationId, { decision: 'return', reason: '请补充材料' });
  }

  resubmit(applicationId: string, change: object): Promise<Reply> {
    return this.#api.post(this.#client, `/v1/applications/${applicationId}/resubmission`, change);
  }

  withdraw(applicationId: string): Promise<Reply> {
    return this.#api.post(this.#client, `/v1/applications/${applicationId}/withdrawal`, {});
  }

  disburse(applicationId: string, report: object): Promise<Reply> {
    const contract = { contractNumber: `HT-${applicationId}`, annualRateBp: 385 };
    return this.#api.post(this.#client, `/v1/applications/${applicationId}/disbursement`, { ...contract, ...report });
  }

  async lent(applicationId: string, report: object): Promise<string> {
    return String(expected(await this.disburse(applicationId, report), 201).loanId);
  }

  /** A servicing command on a loan: `repayments`, `extensions`, `classifications` and the like. */
  service(loanId: string, call: string, body: object): Promise<Reply> {
    return this.#api.post(this.#client, `/v1/loans/${loanId}/${call}`, body);
  }

  async loan(loanId: string): Promise<Reply['body']> {
    return expected(await this.#api.get(this.#client, `/v1/loans/${loanId}`));
  }
}

/** What the office reads of an enterprise's cap. */
export async function capOf(api: Api, creditCode: string): Promise<{ exposureFen: unknown; leftFen: unknown }> {
  const { exposureFen, leftFen } = expected(await api.get('office-1', `/v1/enterprises/${creditCode}`));
  return { exposureFen, leftFen };
}
