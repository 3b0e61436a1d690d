import type { NamesOf, Vocabulary } from '../../../shared/contracts/vocabulary.ts';
import type { PageLanguage } from '../shell/kept-language.ts';
import { eventNames } from './event-names.ts';
import { type Name, name } from './name.ts';

/** Lists to which a policy version may add words of its own: the built-in ones have names. */
type OpenLists = Readonly<Record<'categories' | 'units' | 'evidence', string>>;

/** Names of the words that the API uses. */
const wordNames = {
  categories: {
    'high-tech': name('高新技术企业', 'High-tech enterprise'),
    'provincial-tech-sme': name('省科技型中小企业', 'Provincial tech SME'),
    'leading-talent': name('领军人才企业', 'Leading-talent enterprise'),
    'ip-demonstration': name('知识产权示范企业', 'IP demonstration enterprise'),
    'specialised-innovative': name('专精特新', 'Specialised and innovative'),
    'little-giant': name('小巨人', 'Little giant'),
    'single-product-champion': name('单项冠军', 'Single-product champion'),
    'hidden-champion': name('隐形冠军', 'Hidden champion'),
    gazelle: name('瞪羚企业', 'Gazelle'),
  },
  modes: {
    credit: name('信用', 'Credit'),
    'ip-pledge': name('知识产权质押', 'IP pledge'),
    pledge: name('质押', 'Pledge'),
    guarantee: name('保证', 'Guarantee'),
    mortgage: name('抵押', 'Mortgage'),
    other: name('其他', 'Other'),
  },
  units: {
    office: name('联席会议办公室', 'Joint-conference office'),
    science: name('科技局', 'Science and technology'),
    economy: name('经信局', 'Economy and information'),
    finance: name('财政局', 'Finance'),
    market: name('市场监管局', 'Market regulation'),
    talent: name('人才办', 'Talent office'),
    fdc: name('金融发展中心', 'Financial development centre'),
    pboc: name('人民银行', "People's Bank"),
    'finance-bureau': name('财政局（资金）', 'Finance bureau (fund)'),
    audit: name('审计', 'Audit'),
    system: name('系统', 'System'),
  },
  classes: {
    normal: name('正常', 'Normal'),
    'special-mention': name('关注', 'Special mention'),
    substandard: name('次级', 'Substandard'),
    doubtful: name('可疑', 'Doubtful'),
    loss: name('损失', 'Loss'),
  },
  kinds: {
    bank: name('银行', 'Bank'),
    guarantor: name('担保机构', 'Guarantor'),
    holding: name('金控公司', 'Holding'),
    claim: name('代偿申请', 'Claim'),
    inclusion: name('特别纳入', 'Inclusion'),
    'three-party': name('三方协议', 'Three-party agreement'),
    guarantee: name('担保协议', 'Guarantee agreement'),
    list: name('名单', 'List'),
    loans: name('历史贷款', 'Older loans'),
  },
  votes: {
    approve: name('同意', 'Approve'),
    reject: name('不同意', 'Reject'),
    abstain: name('弃权', 'Abstain'),
    recuse: name('回避', 'Recuse'),
  },
  outcomes: {
    approved: name('通过', 'Approved'),
    rejected: name('未通过', 'Rejected'),
    deferred: name('暂缓', 'Deferred'),
    withdrawn: name('已撤回', 'Withdrawn'),
  },
  evidence: {
    'loan-contract': name('借款合同', 'Loan contract'),
    'disbursement-voucher': name('放款凭证', 'Disbursement voucher'),
    'collection-record': name('催收记录', 'Collection record'),
    'classification-record': name('五级分类认定材料', 'Classification record'),
    'interest-record': name('付息记录', 'Interest record'),
    'supporting-document': name('证明材料', 'Supporting document'),
  },
  accounts: {
    cash: name('资金存款', 'Cash'),
    appropriated: name('财政拨款', 'Appropriated'),
    compensation: name('代偿支出', 'Compensation'),
    payable: name('应付代偿款', 'Payable'),
    receivable: name('应收追偿款', 'Receivable'),
    recovered: name('追偿收回', 'Recovered'),
  },
  resources: {
    enterprises: name('企业', 'Enterprise'),
    inclusions: name('特别纳入', 'Inclusion'),
    applications: name('贷款申请', 'Application'),
    loans: name('贷款', 'Loan'),
    claims: name('代偿申请', 'Claim'),
    meetings: name('联席会议', 'Meeting'),
    institutions: name('金融机构', 'Institution'),
    agreements: name('担保协议', 'Agreement'),
    policies: name('政策版本', 'Policy version'),
    imports: name('导入', 'Import'),
    fund: name('资金', 'Fund'),
    repairs: name('数据修复', 'Repair'),
    documents: name('电子材料', 'Document'),
    refreshes: name('名单重新核定', 'Refresh of the list'),
    persons: name('操作人员姓名', 'Name of a person'),
  },
  roles: {
    bank: name('银行', 'bank'),
    enterprise: name('企业', 'enterprise'),
    guarantor: name('担保机构', 'guarantor'),
    office: name('联席会议办公室', 'office'),
    member: name('成员单位', 'member'),
    finance: name('财政', 'finance'),
    auditor: name('审计', 'auditor'),
  },
  bases: {
    automatic: name('自动入库', 'automatic'),
    exceptional: name('特别纳入', 'exceptional'),
  },
  families: {
    institution: name('机构', 'institution'),
    enterprise: name('企业', 'enterprise'),
    official: name('管理部门', 'officials'),
  },
  flags: {
    true: name('是', 'yes'),
    false: name('否', 'no'),
  },
  events: eventNames,
} as const satisfies NamesOf<Vocabulary & OpenLists, Name>;

type Lists = typeof wordNames;
type NamesIn = { readonly [List in keyof Lists]: Readonly<Record<keyof Lists[List], string>> };

const mapped = <From, To>(all: Readonly<Record<string, From>>, to: (from: From) => To): Readonly<Record<string, To>> =>
  Object.fromEntries(Object.entries(all).map(([key, each]) => [key, to(each)]));

const namesIn = (language: PageLanguage): NamesIn =>
  mapped<Readonly<Record<string, Name>>, unknown>(wordNames, (list) =>
    mapped(list, (each) => each[language]),
  ) as NamesIn;

/** The names by language. */
export const wordsIn = { zh: namesIn('zh'), en: namesIn('en') };
