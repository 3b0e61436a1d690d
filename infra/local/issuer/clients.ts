import { isCreditCode, normaliseCreditCode } from '../../../shared/domain/credit-code.ts';

/** Somebody who may get a token from the local issuer. */
export interface Client {
  readonly id: string;
  readonly name: string;
  readonly org: string;
  readonly roles: readonly string[];
}

/** Every local client has this secret: nothing of this issuer is deployed. */
export const clientSecret = 'local-only';

/** Who the page signs in as a public client, by authorization code with PKCE. */
export const pageClientId = 'admin-page';

const client = (id: string, name: string, org: string, ...roles: string[]): Client => ({ id, name, org, roles });

export const clients: readonly Client[] = [
  client('bank-rcb', '平湖农商银行经办', 'rcb', 'bank'),
  client('bank-rcb-2', '平湖农商银行复核', 'rcb', 'bank'),
  client('bank-icbc', '工商银行平湖支行经办', 'icbc', 'bank'),
  client('guarantor-talent', '人才科创担保分公司经办', 'talent-guarantee', 'guarantor'),
  // The holding signs agreements beside the guarantor and sees what names it.
  client('holding-1', '平湖市金控投资有限公司经办', 'jinkong', 'guarantor'),
  client('office-1', '联席会议办公室甲', 'office', 'office'),
  client('office-2', '联席会议办公室乙', 'office', 'office'),
  client('member-science', '科技局委员', 'science', 'member'),
  client('member-economy', '经信局委员', 'economy', 'member'),
  client('member-finance', '财政局委员', 'finance', 'member'),
  client('member-market', '市场监管局委员', 'market', 'member'),
  client('member-talent', '人才办委员', 'talent', 'member'),
  client('member-fdc', '金融发展中心委员', 'fdc', 'member'),
  client('member-pboc', '人民银行委员', 'pboc', 'member'),
  client('finance-1', '财政局经办', 'finance-bureau', 'finance'),
  client('finance-2', '财政局复核', 'finance-bureau', 'finance'),
  client('auditor-1', '审计员', 'audit', 'auditor'),
];

/** The client of that id; an enterprise is `enterprise:` and any valid credit code. Null for anybody else. */
export function findClient(id: string): Client | null {
  const known = clients.find((candidate) => candidate.id === id);
  if (known) return known;
  const [, given] = /^enterprise:(.+)$/.exec(id) ?? [];
  if (given === undefined) return null;
  const creditCode = normaliseCreditCode(given);
  return isCreditCode(creditCode)
    ? client(`enterprise:${creditCode}`, `企业 ${creditCode}`, creditCode, 'enterprise')
    : null;
}
