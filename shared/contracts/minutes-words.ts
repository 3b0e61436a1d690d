import type { ItemOutcome, MeetingForm, MeetingState, VoteWord } from '../domain/meeting.ts';

/** The words of the minutes (会议纪要), which are a Chinese document. */
export const voteNames: Readonly<Record<VoteWord, string>> = {
  approve: '同意',
  reject: '不同意',
  abstain: '弃权',
  recuse: '回避',
};

export const outcomeNames: Readonly<Record<ItemOutcome, string>> = {
  approved: '通过',
  rejected: '未通过',
  deferred: '暂缓',
  withdrawn: '申请已撤回，不再审议',
};

export const formNames: Readonly<Record<MeetingForm, string>> = { meeting: '会议', circulation: '通讯表决' };

/** What is said at the head of minutes that no resolution has sealed; null once one has. */
export const draftNotes: Readonly<Record<MeetingState, string | null>> = {
  open: '草稿：会议尚未形成决议，以下为截至目前的情况。',
  cancelled: '会议已取消，未形成决议。',
  resolved: null,
};

/** Units are policy data: one that has no name here goes by its word. */
const unitNames: Readonly<Record<string, string>> = {
  science: '科技局',
  economy: '经信局',
  finance: '财政局',
  market: '市场监管局',
  talent: '人才办',
  fdc: '金融发展中心',
  pboc: '人民银行',
};

export const unitName = (unit: string): string => (Object.hasOwn(unitNames, unit) ? (unitNames[unit] ?? unit) : unit);
