import { createHash } from 'node:crypto';
import type { Role } from '../../../shared/contracts/route.ts';
import type { Api } from '../../support/api.ts';
import { prepareCity } from '../../support/city.ts';
import { creditCode } from '../../support/fixtures.ts';
import { expected, Lender } from '../../support/lender.ts';
import type { Kind } from './expectations.ts';

/** One of each kind of thing, by id. */
export type Things = Readonly<Record<Kind, string>>;

export interface Named {
  readonly creditCode: string;
  readonly institutionId: string;
}

export interface WhoseCity {
  readonly clients: Readonly<Record<Role, string>>;
  /** What a role's own person may call its own. */
  readonly own: (role: Role) => Things;
  readonly others: Things;
  /** Who and where the bank and the enterprise are, as a body names them. */
  readonly named: { readonly own: Named; readonly others: Named };
  /** Ids and numbers that nobody without a right to them may meet in an answer. */
  readonly secretsOfOthers: readonly string[];
}

/** The day that the OpenAPI document's examples name. */
export const today = '2026-03-31';
const [ownCode, othersCode] = [creditCode(1), creditCode(2)];
const requiredKinds = ['loan-contract', 'disbursement-voucher', 'collection-record', 'classification-record'];
const pdf = Buffer.from('%PDF-1.7\n');

/**
 * A city in which everything is there twice: once of the bank `rcb`, its enterprise and its guarantor, claimed for and on
 * an agenda; and once of the bank `icbc`, of which no guarantor and no agenda knows.
 */
export async function makeWhoseCity(api: Api): Promise<WhoseCity> {
  const made = async (client: string, path: string, body: object, status = 201) =>
    expected(await api.post(client, path, body), status);
  await prepareCity(api, [ownCode, othersCode]);
  const guarantor = { institutionId: 'city-guarantee', name: '市担保公司', kind: 'guarantor' };
  await made('office-1', '/v1/institutions', { ...guarantor, creditCode: creditCode(9_000_004) });
  const admission = { state: 'admitted', from: '2018-01-01', reason: '准入' };
  await made('office-1', '/v1/institutions/city-guarantee/admission', admission, 200);

  const lent = async (bank: 'rcb' | 'icbc', code: string, number: string, terms: object = {}) => {
    const lender = new Lender(api, bank);
    const application = await lender.applied(code, 10_000_000, terms);
    expected(await lender.approve(application));
    const report = { amountFen: 10_000_000, disbursedOn: today, maturesOn: '2026-06-30', contractNumber: number };
    return { application, loan: await lender.lent(application, report) };
  };
  const claimed = async (bank: 'rcb' | 'icbc', loan: string): Promise<string> => {
    const lender = new Lender(api, bank);
    const bad = { class: 'substandard', asOf: today, overdueDays: 0 };
    expected(await lender.service(loan, 'classifications', bad));
    const evidence = requiredKinds.map((kind) => ({ kind, reference: `档案-${kind}` }));
    const claim = { principalLossFen: 10_000_000, interestLossFen: 0, evidence, statement: '无力归还' };
    return String(expected(await lender.service(loan, 'claims', claim), 201).claimId);
  };
  const paper = async (client: string): Promise<string> => {
    const document = await made(client, '/v1/documents', {
      kind: 'loan-contract',
      fileName: 'a.pdf',
      contentType: 'application/pdf',
      bytes: pdf.length,
      sha256: createHash('sha256').update(pdf).digest('hex'),
    });
    const headers = document.headers as Record<string, string>;
    const sent = await fetch(String(document.uploadUrl), { method: 'PUT', headers, body: pdf });
    if (!sent.ok) throw new Error(`the paper was not taken: ${sent.status} ${await sent.text()}`);
    return String(document.documentId);
  };
  const asked = async (client: string, code: string): Promise<string> => {
    const request = { name: '纳入', innovationNeed: '中试', financingLack: '无抵押物', evidence: [] };
    return String((await made(client, `/v1/enterprises/${code}/inclusions`, request)).inclusionId);
  };
  const agreement = async (parties: readonly string[]): Promise<string> => {
    const terms = { kind: 'guarantee', parties, signedOn: '2026-01-01', validUntil: '2027-01-01', quotaFen: 10 ** 9 };
    return String((await made('office-1', '/v1/agreements', terms)).agreementId);
  };

  const guarantee = { mode: 'guarantee', guarantorId: 'talent-guarantee' };
  const ownLending = await lent('rcb', ownCode, 'HT-own', guarantee);
  const ownPaper = await paper('bank-rcb');
  await made('bank-rcb', `/v1/loans/${ownLending.loan}/evidence`, { kind: 'loan-contract', documentId: ownPaper });
  const ownClaim = await claimed('rcb', ownLending.loan);
  await made('office-1', `/v1/claims/${ownClaim}/acceptance`, { decision: 'accept' }, 200);
  const ownInclusion = await asked('bank-rcb', ownCode);
  const { meetingId } = await made('office-1', '/v1/meetings', {
    title: '联席会议',
    convenesOn: today,
    claimIds: [ownClaim],
    inclusionIds: [ownInclusion],
  });

  const othersReference = 'reference-of-icbc';
  const othersLending = await lent('icbc', othersCode, 'HT-of-icbc-1', { ownReference: othersReference });
  const alsoOthers = await lent('icbc', othersCode, 'HT-of-icbc-2');
  const othersClaim = await claimed('icbc', alsoOthers.loan);

  const policy = { name: '修订', effectiveFrom: '2027-01-01', source: { title: '办法' }, parameters: {} };
  const rows = [{ creditCode: creditCode(3), name: '丙', issuedOn: '2025-01-01' }];
  const list = { category: 'gazelle', mode: 'merge', dryRun: true, source: { title: '名单' }, rows };
  const imported = await made('office-1', '/v1/imports', list, 202);
  const refreshed = await made('office-1', '/v1/refreshes', {}, 202);
  await api.post('office-1', '/local/jobs/verify-trail');
  const checks = expected(await api.get('office-1', '/v1/audit/checks?limit=1')).items as { checkId: string }[];
  const persons = expected(await api.get('office-1', '/v1/persons?org=rcb')).items as { personId: string }[];

  const common = {
    policy: String((await made('office-1', '/v1/policies', policy)).policyId),
    import: String(imported.importId),
    refresh: String(refreshed.refreshId),
    meeting: String(meetingId),
    check: String(checks[0]?.checkId),
    job: 'job-that-is-done',
    person: String(persons[0]?.personId),
  };
  const own: Things = {
    ...ownLending,
    ...common,
    enterprise: ownCode,
    'enterprise-history': ownCode,
    claim: ownClaim,
    inclusion: ownInclusion,
    document: ownPaper,
    agreement: await agreement(['rcb', 'talent-guarantee']),
    institution: 'rcb',
  };
  const others: Things = {
    ...othersLending,
    ...common,
    enterprise: othersCode,
    'enterprise-history': othersCode,
    claim: othersClaim,
    inclusion: await asked('bank-icbc', othersCode),
    document: await paper('bank-icbc'),
    agreement: await agreement(['icbc', 'city-guarantee']),
    institution: 'icbc',
  };
  const ofTheEnterprise = await paper(`enterprise:${ownCode}`);
  const { application, loan, claim, inclusion, document } = others;
  return {
    clients: {
      bank: 'bank-rcb',
      enterprise: `enterprise:${ownCode}`,
      guarantor: 'guarantor-talent',
      office: 'office-1',
      member: 'member-science',
      finance: 'finance-1',
      auditor: 'auditor-1',
    },
    own: (role) => (role === 'enterprise' ? { ...own, document: ofTheEnterprise } : own),
    others,
    named: {
      own: { creditCode: ownCode, institutionId: 'rcb' },
      others: { creditCode: othersCode, institutionId: 'icbc' },
    },
    secretsOfOthers: [application, loan, claim, inclusion, document, othersReference, 'HT-of-icbc-1', 'HT-of-icbc-2'],
  };
}
