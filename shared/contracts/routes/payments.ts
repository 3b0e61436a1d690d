import * as z from 'zod/mini';
import { Id, pageQuery } from '../fields.ts';
import { PayClaim, RecordRecovery, RecordRemittance, ReturnPayment } from '../payments.ts';
import { paymentProblems } from '../problems/payment.ts';
import { servicingProblems } from '../problems/servicing.ts';
import { route } from '../route.ts';

const tag = 'Claims';
const pathParameters = z.strictObject({ claimId: Id });

export const payClaim = /* @__PURE__ */ route({
  operationId: 'payClaim',
  method: 'POST',
  path: '/v1/claims/{claimId}/payment',
  handler: 'functions/http/claims/pay.ts',
  roles: ['finance'],
  tag,
  summary: 'Records that what is due was paid, under a voucher number of its year (R26)',
  pathParameters,
  body: PayClaim,
  problems: [paymentProblems, servicingProblems],
  replies: { 200: 'Claim' },
});

export const returnPayment = /* @__PURE__ */ route({
  operationId: 'returnPayment',
  method: 'POST',
  path: '/v1/claims/{claimId}/payment-return',
  handler: 'functions/http/claims/return-payment.ts',
  roles: ['finance'],
  tag,
  summary: 'Records that the payment came back; the claim is to be paid again (R26)',
  pathParameters,
  body: ReturnPayment,
  problems: [paymentProblems, servicingProblems],
  replies: { 200: 'Claim' },
});

export const recordRecovery = /* @__PURE__ */ route({
  operationId: 'recordRecovery',
  method: 'POST',
  path: '/v1/claims/{claimId}/recoveries',
  handler: 'functions/http/claims/recover.ts',
  roles: ['bank'],
  tag,
  summary: 'Records what was recovered after a settlement, less its costs (R27)',
  pathParameters,
  body: RecordRecovery,
  problems: [paymentProblems, servicingProblems],
  replies: { 200: 'Claim' },
});

export const recordRemittance = /* @__PURE__ */ route({
  operationId: 'recordRemittance',
  method: 'POST',
  path: '/v1/claims/{claimId}/remittances',
  handler: 'functions/http/claims/remit.ts',
  roles: ['finance'],
  tag,
  summary: 'Books what an institution handed over of its recoveries (R27)',
  pathParameters,
  body: RecordRemittance,
  problems: [paymentProblems, servicingProblems],
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
