const zh = {
  title: '姓名目录',
  says: '按单位查询曾在本系统办理业务的人员。删除姓名后，各处留痕只显示“已删除姓名”，留痕验证不受影响；删除不可恢复。',
  org: '单位编码',
  orgHint: '如 office、rcb 或统一社会信用代码',
  sub: '账号',
  name: '姓名',
  names: '曾用姓名',
  from: '{name}（自 {from}）',
  state: '状态',
  reason: '理由',
  actions: '操作',
  erase: '删除姓名',
  eraseSays:
    '将永久删除该人员的全部姓名，今后办理业务也不再记录。请写明理由，如“本人依《个人信息保护法》申请删除”，理由中不要写姓名。',
  eraseDone: '姓名已删除。',
  lift: '恢复记录姓名',
  liftSays: '今后办理业务时重新记录姓名；已删除的姓名不会恢复。',
  liftDone: '今后办理业务时将重新记录姓名。',
};

const en: { readonly [Key in keyof typeof zh]: string } = {
  title: 'Names',
  says: 'Those who ever acted for an organisation. Once a name is erased, histories show “name erased” in its place and still verify. It cannot be undone.',
  org: 'Organisation',
  orgHint: 'Such as office, rcb or a credit code',
  sub: 'Account',
  name: 'Name',
  names: 'Names so far',
  from: '{name} (from {from})',
  state: 'State',
  reason: 'Reason',
  actions: 'Actions',
  erase: 'Erase the name',
  eraseSays:
    'All names of this person are erased for good, and none is kept of later acts. Give the reason, such as a request by the person, without the name in it.',
  eraseDone: 'The name is erased.',
  lift: 'Keep names again',
  liftSays: 'The names of later acts are kept again. What was erased does not come back.',
  liftDone: 'The names of later acts are kept again.',
};

export const personsTexts = { zh, en };
