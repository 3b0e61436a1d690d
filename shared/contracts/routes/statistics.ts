import * as z from 'zod/mini';
import { Day } from '../fields.ts';
import { everyone, route } from '../route.ts';

export const getStatistics = /* @__PURE__ */ route({
  operationId: 'getStatistics',
  method: 'GET',
  path: '/v1/statistics',
  handler: 'functions/http/statistics/read.ts',
  roles: everyone,
  tag: 'Statistics',
  summary: 'The programme’s figures, as of now or as of the end of a past day by business date',
  query: z.strictObject({ asOf: z.optional(Day) }),
  refuses: ['date-out-of-range'],
  replies: { 200: 'Statistics' },
});

export const statisticsRoutes = [getStatistics] as const;
