import * as z from 'zod/mini';
import { Day, pageQuery } from '../fields.ts';
import { Account, AppropriateFund } from '../fund.ts';
import { route } from '../route.ts';

const tag = 'Fund';

export const appropriateFund = /* @__PURE__ */ route({
  operationId: 'appropriateFund',
  method: 'POST',
  path: '/v1/fund/appropriations',
  handler: 'functions/http/fund/appropriate.ts',
  roles: ['finance'],
  tag,
  summary: 'Puts money into the fund (R29)',
  body: AppropriateFund,
  refuses: ['date-out-of-range'],
  replies: { 201: 'Appropriation' },
});

export const getFund = /* @__PURE__ */ route({
  operationId: 'getFund',
  method: 'GET',
  path: '/v1/fund',
  handler: 'functions/http/fund/get.ts',
  roles: ['finance', 'office', 'member', 'auditor'],
  tag,
  summary: 'Shows what is in the fund, what it has paid and what it owes (R25, R29)',
  replies: { 200: 'Fund' },
});

export const getSettlementLine = /* @__PURE__ */ route({
  operationId: 'getSettlementLine',
  method: 'GET',
  path: '/v1/fund/line',
  handler: 'functions/http/fund/line.ts',
  roles: ['finance', 'office', 'auditor'],
  tag,
  summary: 'Shows the approved claims that wait for their settlement, in the order of their turns (R25, R26)',
  replies: { 200: 'SettlementLine' },
});

export const listFundEntries = /* @__PURE__ */ route({
  operationId: 'listFundEntries',
  method: 'GET',
  path: '/v1/fund/entries',
  handler: 'functions/http/fund/entries.ts',
  roles: ['finance', 'office', 'member', 'auditor', 'bank'],
  tag,
  summary: 'Lists the ledger’s entries, the newest day of booking first; a bank sees those of its own accounts',
  query: z.strictObject({
    from: z.optional(Day),
    to: z.optional(Day),
    account: z.optional(Account),
    ...pageQuery,
  }),
  replies: { 200: { pageOf: 'FundEntry' } },
});

export const fundRoutes = [appropriateFund, getFund, getSettlementLine, listFundEntries] as const;
