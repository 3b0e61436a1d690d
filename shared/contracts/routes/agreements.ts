import * as z from 'zod/mini';
import { CreateAgreement } from '../agreements.ts';
import { Id, pageQuery } from '../fields.ts';
import { admissionRefusals } from '../refusals/admission.ts';
import { type Role, route } from '../route.ts';

const tag = 'Agreements';
const readers: readonly Role[] = ['office', 'auditor', 'bank', 'guarantor'];

export const createAgreement = /* @__PURE__ */ route({
  operationId: 'createAgreement',
  method: 'POST',
  path: '/v1/agreements',
  handler: 'functions/http/agreements/create.ts',
  roles: ['office'],
  tag,
  summary: 'Enters a guarantee agreement with its quota (R12)',
  body: CreateAgreement,
  refuses: ['institution-not-admitted', 'guarantor-not-admitted', 'date-out-of-range'],
  problems: [admissionRefusals],
  replies: { 201: 'Agreement' },
});

export const listAgreements = /* @__PURE__ */ route({
  operationId: 'listAgreements',
  method: 'GET',
  path: '/v1/agreements',
  handler: 'functions/http/agreements/list.ts',
  roles: readers,
  tag,
  summary: 'Lists the agreements that the caller may see, newest first; parties see their own',
  query: z.strictObject(pageQuery),
  replies: { 200: { pageOf: 'Agreement' } },
});

export const getAgreement = /* @__PURE__ */ route({
  operationId: 'getAgreement',
  method: 'GET',
  path: '/v1/agreements/{agreementId}',
  handler: 'functions/http/agreements/get.ts',
  roles: readers,
  tag,
  summary: 'Shows an agreement and what is left of its quota',
  pathParameters: z.strictObject({ agreementId: Id }),
  replies: { 200: 'Agreement' },
});

export const agreementRoutes = [createAgreement, listAgreements, getAgreement] as const;
