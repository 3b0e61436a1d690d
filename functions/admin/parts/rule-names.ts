const zh = {
  ok: '符合',
  notOk: '不符合',
  R5: '企业在名单内',
  R9: '金融机构已准入',
  R10: '不超过单户贷款上限',
  R12: '担保要求',
  R13: '审批权限',
  R14: '办理期限',
  R16: '无未清偿的不良贷款',
  R28: '机构未被熔断',
};

const en: { readonly [Key in keyof typeof zh]: string } = {
  ok: 'holds',
  notOk: 'does not hold',
  R5: 'The enterprise is listed',
  R9: 'The institution is admitted',
  R10: 'Within the cap of one enterprise',
  R12: 'Guarantee',
  R13: 'Power to confirm',
  R14: 'Within the days allowed',
  R16: 'No unrecovered bad loan',
  R28: 'Circuit breaker closed',
};

/** What the rules that are shown one by one ask for. */
export const ruleNames = { zh, en };
