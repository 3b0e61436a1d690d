import * as z from 'zod/mini';
import { Id, pageQuery, ReasonBody } from '../fields.ts';
import { AcceptImport, CancelImport } from '../imports.ts';
import { route } from '../route.ts';

const tag = 'List';
const pathParameters = z.strictObject({ importId: Id });

export const createImport = /* @__PURE__ */ route({
  operationId: 'createImport',
  method: 'POST',
  path: '/v1/imports',
  handler: 'functions/http/imports/create.ts',
  roles: ['office'],
  tag,
  summary: 'Takes a list of certificates of a category; a worker judges its rows one by one (R6)',
  body: AcceptImport,
  bodyBytesMax: 4 * 1024 * 1024,
  refuses: ['already-exists'],
  replies: { 202: 'Import' },
});

export const listImports = /* @__PURE__ */ route({
  operationId: 'listImports',
  method: 'GET',
  path: '/v1/imports',
  handler: 'functions/http/imports/list.ts',
  roles: ['office', 'auditor'],
  tag,
  summary: 'Lists imports, newest first',
  query: z.strictObject(pageQuery),
  replies: { 200: { pageOf: 'Import' } },
});

export const getImport = /* @__PURE__ */ route({
  operationId: 'getImport',
  method: 'GET',
  path: '/v1/imports/{importId}',
  handler: 'functions/http/imports/get.ts',
  roles: ['office', 'auditor'],
  tag,
  summary: 'Shows an import and how far it is',
  pathParameters,
  replies: { 200: 'Import' },
});

export const listRejections = /* @__PURE__ */ route({
  operationId: 'listRejections',
  method: 'GET',
  path: '/v1/imports/{importId}/rejections',
  handler: 'functions/http/imports/rejections.ts',
  roles: ['office', 'auditor'],
  tag,
  summary: 'Lists the rows that were not taken; as CSV all of them, as a sheet to correct and send again',
  pathParameters,
  query: z.strictObject(pageQuery),
  refuses: ['too-large'],
  replies: { 200: { pageOf: 'Rejection' } },
  alsoProduces: ['text/csv'],
});

export const listChanges = /* @__PURE__ */ route({
  operationId: 'listChanges',
  method: 'GET',
  path: '/v1/imports/{importId}/changes',
  handler: 'functions/http/imports/changes.ts',
  roles: ['office', 'auditor'],
  tag,
  summary: 'Lists what a dry run would change; as CSV all of it',
  pathParameters,
  query: z.strictObject(pageQuery),
  refuses: ['too-large'],
  replies: { 200: { pageOf: 'PreviewedChange' } },
  alsoProduces: ['text/csv'],
});

export const releaseImport = /* @__PURE__ */ route({
  operationId: 'releaseImport',
  method: 'POST',
  path: '/v1/imports/{importId}/release',
  handler: 'functions/http/imports/release.ts',
  roles: ['office'],
  tag,
  summary: 'Another official lets a large replace go on (R6)',
  pathParameters,
  body: ReasonBody,
  refuses: ['state-conflict'],
  replies: { 200: 'Import' },
});

export const cancelImport = /* @__PURE__ */ route({
  operationId: 'cancelImport',
  method: 'POST',
  path: '/v1/imports/{importId}/cancellation',
  handler: 'functions/http/imports/cancel.ts',
  roles: ['office'],
  tag,
  summary:
    'Cancels an import that has not ended, be it of a list or of loans; what is written stays, and the next in line goes on',
  pathParameters,
  body: CancelImport,
  refuses: ['state-conflict'],
  replies: { 200: 'Import' },
});

export const createRefresh = /* @__PURE__ */ route({
  operationId: 'createRefresh',
  method: 'POST',
  path: '/v1/refreshes',
  handler: 'functions/http/refreshes/create.ts',
  roles: ['office'],
  tag,
  summary: 'Requalifies the whole list now (R7)',
  body: ReasonBody,
  replies: { 202: 'Refresh' },
});

export const getRefresh = /* @__PURE__ */ route({
  operationId: 'getRefresh',
  method: 'GET',
  path: '/v1/refreshes/{refreshId}',
  handler: 'functions/http/refreshes/get.ts',
  roles: ['office', 'auditor'],
  tag,
  summary: 'Shows how far a refresh is',
  pathParameters: z.strictObject({ refreshId: Id }),
  replies: { 200: 'Refresh' },
});

export const importRoutes = [
  createImport,
  listImports,
  getImport,
  listRejections,
  listChanges,
  releaseImport,
  cancelImport,
  createRefresh,
  getRefresh,
] as const;
