import type { NamesOf, Vocabulary } from '../../../shared/contracts/vocabulary.ts';
import { eventNamesZh } from './event-names-zh.ts';

/** Lists to which a policy version may add words of its own: the built-in ones have names. */
interface OpenLists {
  readonly categories: string;
  readonly units: string;
  readonly evidence: string;
}

/** Names of the words that the API uses. */
export const wordsZh = {
  categories: {
    'high-tech': '高新技术企业',
    'provincial-tech-sme': '省科技型中小企业',
    'leading-talent': '领军人才企业',
    'ip-demonstration': '知识产权示范企业',
    'specialised-innovative': '专精特新',
    'little-giant': '小巨人',
    'single-product-champion': '单项冠军',
    'hidden-champion': '隐形冠军',
    gazelle: '瞪羚企业',
  },
  modes: {
    credit: '信用',
    'ip-pledge': '知识产权质押',
    pledge: '质押',
    guarantee: '保证',
    mortgage: '抵押',
    other: '其他',
  },
  units: {
    office: '联席会议办公室',
    science: '科技局',
    economy: '经信局',
    finance: '财政局',
    market: '市场监管局',
    talent: '人才办',
    fdc: '金融发展中心',
    pboc: '人民银行',
    'finance-bureau': '财政局（资金）',
    audit: '审计',
    system: '系统',
  },
  classes: { normal: '正常', 'special-mention': '关注', substandard: '次级', doubtful: '可疑', loss: '损失' },
  kinds: {
    bank: '银行',
    guarantor: '担保机构',
    holding: '金控公司',
    claim: '代偿申请',
    inclusion: '特别纳入',
    'three-party': '三方协议',
    guarantee: '担保协议',
    list: '名单',
    loans: '历史贷款',
  },
  votes: { approve: '同意', reject: '不同意', abstain: '弃权', recuse: '回避' },
  outcomes: { approved: '通过', rejected: '未通过', deferred: '暂缓', withdrawn: '已撤回' },
  evidence: {
    'loan-contract': '借款合同',
    'disbursement-voucher': '放款凭证',
    'collection-record': '催收记录',
    'classification-record': '五级分类认定材料',
    'interest-record': '付息记录',
    'supporting-document': '证明材料',
  },
  accounts: {
    cash: '资金存款',
    appropriated: '财政拨款',
    compensation: '代偿支出',
    payable: '应付代偿款',
    receivable: '应收追偿款',
    recovered: '追偿收回',
  },
  resources: {
    enterprises: '企业',
    inclusions: '特别纳入',
    applications: '贷款申请',
    loans: '贷款',
    claims: '代偿申请',
    meetings: '联席会议',
    institutions: '金融机构',
    agreements: '担保协议',
    policies: '政策版本',
    imports: '导入',
    fund: '资金',
    repairs: '数据修复',
    documents: '电子材料',
    refreshes: '名单重新核定',
    persons: '操作人员姓名',
  },
  roles: {
    bank: '银行',
    enterprise: '企业',
    guarantor: '担保机构',
    office: '联席会议办公室',
    member: '成员单位',
    finance: '财政',
    auditor: '审计',
  },
  bases: { automatic: '自动入库', exceptional: '特别纳入' },
  families: { institution: '机构', enterprise: '企业', official: '管理部门' },
  flags: { true: '是', false: '否' },
  events: eventNamesZh,
} as const satisfies NamesOf<Vocabulary & OpenLists, string>;
