import * as z from 'zod/mini';
import { Id, pageQuery } from '../fields.ts';
import { PayClaim, RecordRecovery, RecordRemittance, ReturnPayment } from '../payments.ts';
import { paymentRefusals } from '../refusals/payment.ts';
import { servicingRefusals } from '../refusals/servicing.ts';
import { route } from '../route.ts';

const tag = 'Claims';
const group = 'fund';
const pathParameters = z.strictObject({ claimId: Id });

export const payClaim = /* @__PURE__ */ route({
  operationId: 'payClaim',
  method: 'POST',
  path: '/v1/claims/{claimId}/payment',
  handler: 'functions/http/claims/pay.ts',
  roles: ['finance'],
  tag,
  group,
  summary: 'Records that what is due was paid, under a voucher number of its year (R26)',
  pathParameters,
  body: PayClaim,
  refuses: ['state-conflict', 'already-exists', 'date-out-of-range', 'fund-insufficient'],
  problems: [paymentRefusals],
  replies: { 200: 'Claim' },
});

export const returnPayment = /* @__PURE__ */ route({
  operationId: 'returnPayment',
  method: 'POST',
  path: '/v1/claims/{claimId}/payment-return',
  handler: 'functions/http/claims/return-payment.ts',
  roles: ['finance'],
  tag,
  group,
  summary: 'Records that the payment came back; the claim is to be paid again (R26)',
  pathParameters,
  body: ReturnPayment,
  refuses: ['state-conflict', 'date-out-of-range'],
  replies: { 200: 'Claim' },
});

export const recordRecovery = /* @__PURE__ */ route({
  operationId: 'recordRecovery',
  method: 'POST',
  path: '/v1/claims/{claimId}/recoveries',
  handler: 'functions/http/claims/recover.ts',
  roles: ['bank'],
  tag,
  group,
  summary: 'Records what was recovered after a settlement, less its costs (R27)',
  pathParameters,
  body: RecordRecovery,
  refuses: ['state-conflict', 'date-out-of-range', 'out-of-date-order', 'amount-exceeds-loss'],
  problems: [servicingRefusals, paymentRefusals],
  replies: { 200: 'Claim' },
});

export const recordRemittance = /* @__PURE__ */ route({
  operationId: 'recordRemittance',
  method: 'POST',
  path: '/v1/claims/{claimId}/remittances',
  handler: 'functions/http/claims/remit.ts',
  roles: ['finance'],
  tag,
  group,
  summary: 'Books what an institution handed over of its recoveries (R27)',
  pathParameters,
  body: RecordRemittance,
  refuses: ['state-conflict', 'amount-exceeds-outstanding', 'date-out-of-range'],
  problems: [servicingRefusals],
  replies: { 200: 'Claim' },
});

export const listPaymentsDue = /* @__PURE__ */ route({
  operationId: 'listPaymentsDue',
  method: 'GET',
  path: '/v1/fund/payment-list',
  handler: 'functions/http/fund/payment-list.ts',
  roles: ['finance', 'office', 'auditor'],
  tag: 'Fund',
  summary: 'Lists what is to be paid of settled claims, also as a sheet or a workbook (R26)',
  query: z.strictObject(pageQuery),
  replies: { 200: { pageOf: 'PaymentRow' } },
  alsoProduces: ['text/csv', 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet'],
});

export const paymentRoutes = [listPaymentsDue, payClaim, returnPayment, recordRecovery, recordRemittance] as const;
