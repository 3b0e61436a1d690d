import type { Route } from './route.ts';
import { agreementRoutes } from './routes/agreements.ts';
import { applicationRoutes } from './routes/applications.ts';
import { auditRoutes } from './routes/audit.ts';
import { claimRoutes } from './routes/claims.ts';
import { documentRoutes } from './routes/documents.ts';
import { enterpriseRoutes } from './routes/enterprises.ts';
import { fundRoutes } from './routes/fund.ts';
import { healthRoutes } from './routes/health.ts';
import { importRoutes } from './routes/imports.ts';
import { inclusionRoutes } from './routes/inclusions.ts';
import { institutionRoutes } from './routes/institutions.ts';
import { jobRoutes } from './routes/jobs.ts';
import { loanImportRoutes } from './routes/loan-imports.ts';
import { loanRoutes } from './routes/loans.ts';
import { meetingRoutes } from './routes/meetings.ts';
import { paymentRoutes } from './routes/payments.ts';
import { personRoutes } from './routes/persons.ts';
import { policyRoutes } from './routes/policies.ts';
import { statisticsRoutes } from './routes/statistics.ts';

const rows = [
  ...healthRoutes,
  ...importRoutes,
  ...enterpriseRoutes,
  ...applicationRoutes,
  ...inclusionRoutes,
  ...institutionRoutes,
  ...agreementRoutes,
  ...loanRoutes,
  ...meetingRoutes,
  ...documentRoutes,
  ...fundRoutes,
  ...claimRoutes,
  ...loanImportRoutes,
  ...paymentRoutes,
  ...policyRoutes,
  ...statisticsRoutes,
  ...auditRoutes,
  ...jobRoutes,
  ...personRoutes,
] as const;

/** The route table: gateway, local runner, OpenAPI document and tests read it; nothing repeats it. */
export const routes: readonly Route[] = rows;

/** Any row of the table with its precise types, by which the page's client is typed. */
export type KnownRoute = (typeof rows)[number];
