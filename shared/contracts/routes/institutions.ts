import * as z from 'zod/mini';
import { institutionKinds, institutionStates } from '../../domain/institution.ts';
import { InstitutionId, pageQuery } from '../fields.ts';
import { CreateInstitution, DecideAdmission, ReleaseBreaker } from '../institutions.ts';
import { everyone, route } from '../route.ts';

const tag = 'Institutions';
const pathParameters = z.strictObject({ institutionId: InstitutionId });

export const createInstitution = /* @__PURE__ */ route({
  operationId: 'createInstitution',
  method: 'POST',
  path: '/v1/institutions',
  handler: 'functions/http/institutions/create.ts',
  roles: ['office'],
  tag,
  summary: 'Enters an institution that has applied to take part (R9)',
  body: CreateInstitution,
  refuses: ['already-exists'],
  replies: { 201: 'Institution' },
});

export const listInstitutions = /* @__PURE__ */ route({
  operationId: 'listInstitutions',
  method: 'GET',
  path: '/v1/institutions',
  handler: 'functions/http/institutions/list.ts',
  roles: everyone,
  tag,
  summary: 'Lists the institutions by id',
  query: z.strictObject({
    kind: z.optional(z.enum(institutionKinds)),
    state: z.optional(z.enum(institutionStates)),
    ...pageQuery,
  }),
  replies: { 200: { pageOf: 'Institution' } },
});

export const getInstitution = /* @__PURE__ */ route({
  operationId: 'getInstitution',
  method: 'GET',
  path: '/v1/institutions/{institutionId}',
  handler: 'functions/http/institutions/get.ts',
  roles: everyone,
  tag,
  summary: 'Shows an institution and its admissions',
  pathParameters,
  replies: { 200: 'Institution' },
});

export const institutionHistory = /* @__PURE__ */ route({
  operationId: 'institutionHistory',
  method: 'GET',
  path: '/v1/institutions/{institutionId}/history',
  handler: 'functions/http/institutions/history.ts',
  roles: everyone,
  tag,
  summary: 'Lists what happened to an institution, oldest first (R30)',
  pathParameters,
  query: z.strictObject(pageQuery),
  replies: { 200: { pageOf: 'HistoryEvent' } },
});

export const decideAdmission = /* @__PURE__ */ route({
  operationId: 'decideAdmission',
  method: 'POST',
  path: '/v1/institutions/{institutionId}/admission',
  handler: 'functions/http/institutions/decide-admission.ts',
  roles: ['office'],
  tag,
  summary: 'Admits, suspends or withdraws an institution from a day that may be past or ahead (R9)',
  pathParameters,
  body: DecideAdmission,
  refuses: ['state-conflict'],
  replies: { 200: 'Institution' },
});

export const releaseBreaker = /* @__PURE__ */ route({
  operationId: 'releaseBreaker',
  method: 'POST',
  path: '/v1/institutions/{institutionId}/breaker-release',
  handler: 'functions/http/institutions/release-breaker.ts',
  roles: ['office'],
  tag,
  summary: 'Lets an institution whose circuit breaker is open receive applications again (R28)',
  pathParameters,
  body: ReleaseBreaker,
  refuses: ['state-conflict'],
  replies: { 200: 'Institution' },
});

export const institutionRoutes = [
  createInstitution,
  listInstitutions,
  getInstitution,
  institutionHistory,
  decideAdmission,
  releaseBreaker,
] as const;
