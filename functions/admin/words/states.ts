import type { NamesOf, States } from '../../../shared/contracts/vocabulary.ts';
import { type Name, name } from './name.ts';

/**
 * States in words and in one of five tones: a colour never says anything by itself. Tones: `waiting` for somebody's turn,
 * `good`, `warning`, `bad`, and `plain` for what is over.
 */
export type Tone = 'plain' | 'waiting' | 'good' | 'warning' | 'bad';

interface StateWord extends Name {
  readonly tone: Tone;
}

/** What the page calls a state, though it is a field of another name in the API. */
interface PageStates {
  readonly listing: 'listed' | 'unlisted';
  readonly carried: 'waiting' | 'done' | 'skipped' | 'held';
}

const word = (tone: Tone, zh: string, en: string): StateWord => ({ tone, zh, en });

export const stateWords = {
  application: {
    submitted: word('waiting', '待机构审批', 'With the institution'),
    'approved-by-institution': word('waiting', '待办公室确认', 'Awaits confirmation'),
    confirmed: word('good', '已确认', 'Confirmed'),
    disbursed: word('plain', '已放款', 'Disbursed'),
    returned: word('warning', '已退回', 'Returned'),
    rejected: word('bad', '已驳回', 'Rejected'),
    withdrawn: word('plain', '已撤回', 'Withdrawn'),
    expired: word('plain', '已失效', 'Expired'),
  },
  loan: {
    active: word('good', '正常还款', 'Active'),
    overdue: word('warning', '逾期', 'Overdue'),
    'non-performing': word('bad', '不良', 'Non-performing'),
    claimed: word('waiting', '代偿中', 'Claimed'),
    compensated: word('plain', '已代偿', 'Compensated'),
    repaid: word('plain', '已结清', 'Repaid'),
    'written-off': word('plain', '已核销', 'Written off'),
  },
  claim: {
    submitted: word('waiting', '待受理', 'Submitted'),
    accepted: word('waiting', '已受理', 'Accepted'),
    'on-agenda': word('waiting', '审议中', 'On an agenda'),
    approved: word('good', '审议通过', 'Approved'),
    settled: word('good', '已结算待拨付', 'Settled'),
    paid: word('plain', '已拨付', 'Paid'),
    returned: word('warning', '已退回', 'Returned'),
    rejected: word('bad', '未通过', 'Rejected'),
    deferred: word('warning', '暂缓', 'Deferred'),
    'awaiting-funds': word('warning', '待资金', 'Awaiting funds'),
    withdrawn: word('plain', '已撤回', 'Withdrawn'),
  },
  inclusion: {
    submitted: word('waiting', '待审议', 'Submitted'),
    'on-agenda': word('waiting', '审议中', 'On an agenda'),
    approved: word('good', '已纳入', 'Included'),
    rejected: word('bad', '未通过', 'Rejected'),
    deferred: word('warning', '暂缓', 'Deferred'),
    withdrawn: word('plain', '已撤回', 'Withdrawn'),
    ended: word('plain', '已到期', 'Ended'),
    revoked: word('bad', '已撤销', 'Revoked'),
  },
  meeting: {
    open: word('waiting', '进行中', 'Open'),
    resolved: word('good', '已决议', 'Resolved'),
    cancelled: word('plain', '已取消', 'Cancelled'),
  },
  institution: {
    applied: word('waiting', '待准入', 'Applied'),
    admitted: word('good', '已准入', 'Admitted'),
    suspended: word('warning', '已暂停', 'Suspended'),
    withdrawn: word('plain', '已退出', 'Withdrawn'),
  },
  policy: {
    draft: word('waiting', '草案', 'Draft'),
    approved: word('good', '已批准', 'Approved'),
    discarded: word('plain', '已废弃', 'Discarded'),
  },
  import: {
    queued: word('waiting', '排队中', 'Queued'),
    running: word('waiting', '处理中', 'Running'),
    'awaiting-release': word('warning', '待另一人放行', 'Awaits release'),
    done: word('good', '已完成', 'Done'),
    failed: word('bad', '失败', 'Failed'),
    cancelled: word('plain', '已取消', 'Cancelled'),
  },
  person: {
    named: word('plain', '记录姓名', 'Name kept'),
    erased: word('warning', '已删除姓名', 'Name erased'),
  },
  certificate: {
    valid: word('good', '有效', 'Valid'),
    'in-grace': word('warning', '宽限期', 'In grace'),
    expired: word('plain', '已过期', 'Expired'),
    revoked: word('bad', '已撤销', 'Revoked'),
    'not-yet-valid': word('waiting', '尚未生效', 'Not yet valid'),
  },
  listing: {
    listed: word('good', '在名单内', 'Listed'),
    unlisted: word('plain', '不在名单内', 'Not listed'),
  },
  document: {
    'awaiting-upload': word('waiting', '待上传', 'Awaits upload'),
    uploaded: word('good', '已上传', 'Uploaded'),
    refused: word('bad', '不符', 'Refused'),
    expired: word('plain', '已过期', 'Expired'),
  },
  check: {
    running: word('waiting', '检查中', 'Running'),
    done: word('good', '已完成', 'Done'),
  },
  carried: {
    waiting: word('waiting', '待执行', 'Waiting'),
    done: word('good', '已执行', 'Done'),
    skipped: word('plain', '已跳过', 'Skipped'),
    held: word('bad', '执行受阻', 'Held'),
  },
} as const satisfies NamesOf<States & PageStates, StateWord>;

/** States of which a refusal does not say what is in them: those that differ by what it is, and moments that are no state. */
export const otherStates: Readonly<Record<string, Name>> = {
  submitted: name('已提交', 'Submitted'),
  approved: name('已通过', 'Approved'),
  rejected: name('未通过', 'Rejected'),
  withdrawn: name('已撤回或退出', 'Withdrawn'),
  expired: name('已失效', 'Expired'),
  running: name('处理中', 'Running'),
  done: name('已完成', 'Done'),
  unknown: name('不存在', 'Unknown'),
  voting: name('表决中', 'Voting'),
  'voting-closed': name('表决已截止', 'Voting closed'),
  'consent-open': name('待企业确认', 'Awaits the enterprise'),
  'consent-confirmed': name('企业已确认', 'Confirmed by the enterprise'),
  'breaker-opened': name('已熔断', 'Circuit breaker open'),
  'breaker-closed': name('未熔断', 'Circuit breaker closed'),
};

export type StateKind = keyof typeof stateWords;
export type StateOf<Kind extends StateKind> = keyof (typeof stateWords)[Kind] & string;
