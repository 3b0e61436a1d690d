import { name } from '../words/name.ts';

/** What the rules that are shown one by one ask for. */
export const ruleNames = {
  ok: name('符合', 'holds'),
  notOk: name('不符合', 'does not hold'),
  R5: name('企业在名单内', 'The enterprise is listed'),
  R9: name('金融机构已准入', 'The institution is admitted'),
  R10: name('不超过单户贷款上限', 'Within the cap of one enterprise'),
  R12: name('担保要求', 'Guarantee'),
  R13: name('审批权限', 'Power to confirm'),
  R14: name('办理期限', 'Within the days allowed'),
  R16: name('无未清偿的不良贷款', 'No unrecovered bad loan'),
  R28: name('机构未被熔断', 'Circuit breaker closed'),
};
