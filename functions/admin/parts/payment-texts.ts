const zh = {
  pay: '登记拨付',
  paySays: '登记后本笔代偿记为已拨付 {amount}。凭证号在当年内不得重复。',
  payDone: '已登记拨付。',
  voucher: '凭证号',
  paidOn: '拨付日期',
  payReturn: '登记退回',
  payReturnSays: '款项被退回时登记；本笔将恢复为待拨付。',
  payReturnDone: '已登记退回，本笔恢复为待拨付。',
  returnedOn: '退回日期',
  reason: '原因',
  remit: '登记追偿款上缴',
  remitSays: '登记机构上缴的追偿款。',
  remitDone: '已登记上缴。',
  amount: '金额',
  receivedOn: '到账日期',
};

const en: { readonly [Key in keyof typeof zh]: string } = {
  pay: 'Record payment',
  paySays: 'The claim will be recorded as paid, {amount}. A voucher number is unique within its year.',
  payDone: 'Payment recorded.',
  voucher: 'Voucher number',
  paidOn: 'Paid on',
  payReturn: 'Record return',
  payReturnSays: 'Where the money came back; the claim is to be paid again.',
  payReturnDone: 'Recorded: the claim is to be paid again.',
  returnedOn: 'Returned on',
  reason: 'Reason',
  remit: 'Record remittance',
  remitSays: 'What the institution handed over of its recoveries.',
  remitDone: 'Remittance recorded.',
  amount: 'Amount',
  receivedOn: 'Received on',
};

export const paymentTexts = { zh, en };
