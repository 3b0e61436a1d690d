import * as z from 'zod/mini';
import { loanStates } from '../../domain/loan.ts';
import { CreditCode, Day, Id, InstitutionId, pageOf, pageQuery, ShortText } from '../fields.ts';
import { HistoryEvent } from '../history.ts';
import { Loan } from '../loans.ts';
import { everyone, route } from '../route.ts';

const tag = 'Loans';
const pathParameters = z.strictObject({ loanId: Id });

export const listLoans = route({
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
  replies: { 200: pageOf(Loan) },
});

export const getLoan = route({
  operationId: 'getLoan',
  method: 'GET',
  path: '/v1/loans/{loanId}',
  handler: 'functions/http/loans/get.ts',
  roles: everyone,
  tag,
  summary: 'Shows a loan',
  pathParameters,
  replies: { 200: Loan },
});

export const loanHistory = route({
  operationId: 'loanHistory',
  method: 'GET',
  path: '/v1/loans/{loanId}/history',
  handler: 'functions/http/loans/history.ts',
  roles: everyone,
  tag,
  summary: 'Lists what happened to a loan, oldest first (R30)',
  pathParameters,
  query: z.strictObject(pageQuery),
  replies: { 200: pageOf(HistoryEvent) },
});

export const loanRoutes = [listLoans, getLoan, loanHistory] as const;
