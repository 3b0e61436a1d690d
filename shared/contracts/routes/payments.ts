import * as z from 'zod/mini';
import { Id, pageQuery } from '../fields.ts';
import { PayClaim, RecordRecovery, RecordRemittance, ReturnPayment } from '../payments.ts';
import { paymentRefusals } from '../refusals/payment.ts';
import { servicingRefusals } from '../refusals/servicing.ts';
import { route } from '../route.ts';

const tag = 'Claims';
const pathParameters = z.strictObject({ claimId: Id });

export const payClaim = route({
  operationId: 'payClaim',
  method: 'POST',
  path: '/v1/claims/{claimId}/payment',
  handler: 'functions/http/claims/pay.ts',
  roles: ['finance'],
  tag,
  summary: 'Records that what is due was paid, under a voucher number of its year (R26)',
  pathParameters,
  body: PayClaim,
  problems: [paymentRefusals, servicingRefusals],
  replies: { 200: 'Claim' },
});

export const returnPayment = route({
  operationId: 'returnPayment',
  method: 'POST',
  path: '/v1/claims/{claimId}/payment-return',
  handler: 'functions/http/claims/return-payment.ts',
  roles: ['finance'],
  tag,
  summary: 'Records that the payment came back; the claim is to be paid again (R26)',
  pathParameters,
  body: ReturnPayment,
  problems: [paymentRefusals, servicingRefusals],
  replies: { 200: 'Claim' },
});

export const recordRecovery = route({
  operationId: 'recordRecovery',
  method: 'POST',
  path: '/v1/claims/{claimId}/recoveries',
  handler: 'functions/http/claims/recover.ts',
  roles: ['bank'],
  tag,
  summary: 'Records what was recovered after a settlement, less its costs (R27)',
  pathParameters,
  body: RecordRecovery,
  problems: [paymentRefusals, servicingRefusals],
  replies: { 200: 'Claim' },
});

export const recordRemittance = route({
  operationId: 'recordRemittance',
  method: 'POST',
  path: '/v1/claims/{claimId}/remittances',
  handler: 'functions/http/claims/remit.ts',
  roles: ['finance'],
  tag,
  summary: 'Books what an institution handed over of its recoveries (R27)',
  pathParameters,
  body: RecordRemittance,
  problems: [paymentRefusals, servicingRefusals],
  replies: { 200: 'Claim' },
});

export const listPaymentsDue = route({
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
