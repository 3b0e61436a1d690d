import { AcceptLoanImport } from '../loan-imports.ts';
import { route } from '../route.ts';

export const createLoanImport = /* @__PURE__ */ route({
  operationId: 'createLoanImport',
  method: 'POST',
  path: '/v1/loan-imports',
  handler: 'functions/http/loan-imports/create.ts',
  roles: ['office'],
  tag: 'Loans',
  summary: 'Takes loans made before this system; a worker judges each by the version of its own day (R2)',
  body: AcceptLoanImport,
  bodyBytesMax: 4 * 1024 * 1024,
  replies: { 202: 'Import' },
});

export const loanImportRoutes = [createLoanImport] as const;
