import * as z from 'zod/mini';
import { loanStates } from '../../domain/loan.ts';
import { CreditCode, Day, Id, InstitutionId, pageQuery, ShortText } from '../fields.ts';
import { AddEvidence, ClassifyLoan, ExtendLoan, RecordRepayment, WriteOffLoan } from '../loans.ts';
import { evidenceRefusals } from '../refusals/evidence.ts';
import { servicingRefusals } from '../refusals/servicing.ts';
import { everyone, route } from '../route.ts';

const tag = 'Loans';
const pathParameters = z.strictObject({ loanId: Id });

export const listLoans = /* @__PURE__ */ route({
  operationId: 'listLoans',
  method: 'GET',
  path: '/v1/loans',
  handler: 'functions/http/loans/list.ts',
  roles: everyone,
  tag,
  summary: 'Lists the loans that the caller may see, newest first; by maturingBefore alone, the soonest first',
  query: z.strictObject({
    creditCode: z.optional(CreditCode),
    institutionId: z.optional(InstitutionId),
    state: z.optional(z.enum(loanStates)),
    contractNumber: z.optional(ShortText),
    /** With principal outstanding, and maturing on an earlier day than this. */
    maturingBefore: z.optional(Day),
    ...pageQuery,
  }),
  replies: { 200: { pageOf: 'Loan' } },
});

export const getLoan = /* @__PURE__ */ route({
  operationId: 'getLoan',
  method: 'GET',
  path: '/v1/loans/{loanId}',
  handler: 'functions/http/loans/get.ts',
  roles: everyone,
  tag,
  summary: 'Shows a loan',
  pathParameters,
  replies: { 200: 'Loan' },
});

export const loanHistory = /* @__PURE__ */ route({
  operationId: 'loanHistory',
  method: 'GET',
  path: '/v1/loans/{loanId}/history',
  handler: 'functions/http/loans/history.ts',
  roles: everyone,
  tag,
  summary: 'Lists what happened to a loan, oldest first (R30)',
  pathParameters,
  query: z.strictObject(pageQuery),
  replies: { 200: { pageOf: 'HistoryEvent' } },
});

export const recordRepayment = /* @__PURE__ */ route({
  operationId: 'recordRepayment',
  method: 'POST',
  path: '/v1/loans/{loanId}/repayments',
  handler: 'functions/http/loans/repay.ts',
  roles: ['bank'],
  tag,
  summary: 'Records a repayment of principal, interest or both (R17)',
  pathParameters,
  body: RecordRepayment,
  refuses: ['state-conflict', 'amount-exceeds-outstanding', 'date-out-of-range', 'out-of-date-order'],
  problems: [servicingRefusals],
  replies: { 200: 'Loan' },
});

export const extendLoan = /* @__PURE__ */ route({
  operationId: 'extendLoan',
  method: 'POST',
  path: '/v1/loans/{loanId}/extensions',
  handler: 'functions/http/loans/extend.ts',
  roles: ['bank'],
  tag,
  summary: 'Records an extension: a later maturity (R18)',
  pathParameters,
  body: ExtendLoan,
  refuses: ['state-conflict', 'date-out-of-range', 'extension-limit'],
  problems: [servicingRefusals],
  replies: { 200: 'Loan' },
});

export const classifyLoan = /* @__PURE__ */ route({
  operationId: 'classifyLoan',
  method: 'POST',
  path: '/v1/loans/{loanId}/classifications',
  handler: 'functions/http/loans/classify.ts',
  roles: ['bank'],
  tag,
  summary: 'Records the five-class classification, and what follows for the state (R19)',
  pathParameters,
  body: ClassifyLoan,
  refuses: ['state-conflict', 'date-out-of-range', 'out-of-date-order'],
  problems: [servicingRefusals],
  replies: { 200: 'Loan' },
});

export const addEvidence = /* @__PURE__ */ route({
  operationId: 'addEvidence',
  method: 'POST',
  path: '/v1/loans/{loanId}/evidence',
  handler: 'functions/http/loans/add-evidence.ts',
  roles: ['bank'],
  tag,
  summary: 'Keeps a piece of evidence with the loan (R20)',
  pathParameters,
  body: AddEvidence,
  documentRights: ['read'],
  refuses: ['date-out-of-range', 'document-not-valid', 'too-many-items'],
  problems: [evidenceRefusals],
  replies: { 201: 'Loan' },
});

export const writeOffLoan = /* @__PURE__ */ route({
  operationId: 'writeOffLoan',
  method: 'POST',
  path: '/v1/loans/{loanId}/write-off',
  handler: 'functions/http/loans/write-off.ts',
  roles: ['bank'],
  tag,
  summary: 'Writes a loan off; what is not recovered stays in the exposure (R11)',
  pathParameters,
  body: WriteOffLoan,
  refuses: ['state-conflict', 'date-out-of-range'],
  replies: { 200: 'Loan' },
});

export const loanRoutes = [
  listLoans,
  getLoan,
  loanHistory,
  recordRepayment,
  extendLoan,
  classifyLoan,
  addEvidence,
  writeOffLoan,
] as const;
