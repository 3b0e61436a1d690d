import * as z from 'zod/mini';
import { tidy } from '../../domain/tidy.ts';
import { CreditCode, Day, InstitutionId, pageQuery, queryInt, Word } from '../fields.ts';
import { lendingRefusals } from '../refusals/lending.ts';
import { everyone, route } from '../route.ts';

const tag = 'Enterprises';
const pathParameters = z.strictObject({ creditCode: CreditCode });

export const listEnterprises = /* @__PURE__ */ route({
  operationId: 'listEnterprises',
  method: 'GET',
  path: '/v1/enterprises',
  handler: 'functions/http/enterprises/list.ts',
  roles: ['bank', 'office', 'member', 'finance', 'auditor'],
  tag,
  summary: 'Lists or searches enterprises: by code prefix, or part of a name or of its pinyin initials',
  query: z.strictObject({
    /** Listed today, or not. */
    listed: z.optional(z.enum(['true', 'false'])),
    category: z.optional(Word),
    q: z.optional(z.string().check(z.overwrite(tidy), z.minLength(2), z.maxLength(100))),
    ...pageQuery,
  }),
  replies: { 200: { pageOf: 'Enterprise' } },
});

export const getEnterprise = /* @__PURE__ */ route({
  operationId: 'getEnterprise',
  method: 'GET',
  path: '/v1/enterprises/{creditCode}',
  handler: 'functions/http/enterprises/get.ts',
  roles: everyone,
  tag,
  summary: 'Shows an enterprise and its standing today (R5)',
  pathParameters,
  replies: { 200: 'Enterprise' },
});

export const enterpriseHistory = /* @__PURE__ */ route({
  operationId: 'enterpriseHistory',
  method: 'GET',
  path: '/v1/enterprises/{creditCode}/history',
  handler: 'functions/http/enterprises/history.ts',
  roles: everyone,
  tag,
  summary: 'Lists what happened to an enterprise’s listing, oldest first (R30)',
  pathParameters,
  query: z.strictObject(pageQuery),
  replies: { 200: { pageOf: 'HistoryEvent' } },
});

export const getEligibility = /* @__PURE__ */ route({
  operationId: 'getEligibility',
  method: 'GET',
  path: '/v1/enterprises/{creditCode}/eligibility',
  handler: 'functions/http/enterprises/eligibility.ts',
  roles: everyone,
  tag,
  summary:
    'Tells whether an enterprise may apply, rule by rule (R5, R9, R10, R16); a bank’s question with an amount is recorded, and answered so many times a day',
  pathParameters,
  query: z.strictObject({
    on: z.optional(Day),
    amountFen: z.optional(queryInt(1)),
  }),
  refuses: ['questions-used-up'],
  problems: [lendingRefusals],
  replies: { 200: 'Eligibility' },
});

export const listEligibilityQuestions = /* @__PURE__ */ route({
  operationId: 'listEligibilityQuestions',
  method: 'GET',
  path: '/v1/eligibility-questions',
  handler: 'functions/http/enterprises/questions.ts',
  roles: ['office', 'auditor', 'enterprise'],
  tag,
  summary:
    'Lists what banks asked about what is left of caps, by bank, enterprise and day, newest first, kept 400 days; an enterprise sees who asked about itself',
  query: z.strictObject({
    creditCode: z.optional(CreditCode),
    institutionId: z.optional(InstitutionId),
    from: z.optional(Day),
    ...pageQuery,
  }),
  replies: { 200: { pageOf: 'EligibilityQuestions' } },
});

export const enterpriseRoutes = [
  listEnterprises,
  getEnterprise,
  enterpriseHistory,
  getEligibility,
  listEligibilityQuestions,
] as const;
