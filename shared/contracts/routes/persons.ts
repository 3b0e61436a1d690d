import * as z from 'zod/mini';
import { Id, pageQuery, ShortText } from '../fields.ts';
import { EraseName, LiftErasure } from '../persons.ts';
import { route } from '../route.ts';

const tag = 'Persons';
const pathParameters = z.strictObject({ personId: Id });

export const listPersons = /* @__PURE__ */ route({
  operationId: 'listPersons',
  method: 'GET',
  path: '/v1/persons',
  handler: 'functions/http/persons/list.ts',
  roles: ['office', 'auditor'],
  tag,
  summary: 'Lists those who ever acted for an organisation, with the names that they acted under (R30)',
  query: z.strictObject({ org: ShortText, ...pageQuery }),
  replies: { 200: { pageOf: 'Person' } },
});

export const getPerson = /* @__PURE__ */ route({
  operationId: 'getPerson',
  method: 'GET',
  path: '/v1/persons/{personId}',
  handler: 'functions/http/persons/get.ts',
  roles: ['office', 'auditor'],
  tag,
  summary: 'Shows somebody who acted, and whether the name was erased',
  pathParameters,
  replies: { 200: 'Person' },
});

export const personHistory = /* @__PURE__ */ route({
  operationId: 'personHistory',
  method: 'GET',
  path: '/v1/persons/{personId}/history',
  handler: 'functions/http/persons/history.ts',
  roles: ['office', 'auditor'],
  tag,
  summary: 'Lists the erasures of a person’s name and their liftings, oldest first (R30)',
  pathParameters,
  query: z.strictObject(pageQuery),
  replies: { 200: { pageOf: 'HistoryEvent' } },
});

export const eraseName = /* @__PURE__ */ route({
  operationId: 'eraseName',
  method: 'POST',
  path: '/v1/persons/{personId}/erasure',
  handler: 'functions/http/persons/erase.ts',
  roles: ['office'],
  tag,
  summary: 'Erases all names of a person for good; every history still verifies (R30)',
  pathParameters,
  body: EraseName,
  refuses: ['state-conflict'],
  replies: { 200: 'Person' },
});

export const liftErasure = /* @__PURE__ */ route({
  operationId: 'liftErasure',
  method: 'POST',
  path: '/v1/persons/{personId}/erasure-lifting',
  handler: 'functions/http/persons/lift-erasure.ts',
  roles: ['office'],
  tag,
  summary: 'Lets the names of a person’s later acts be kept again; what was erased stays erased',
  pathParameters,
  body: LiftErasure,
  refuses: ['state-conflict'],
  replies: { 200: 'Person' },
});

export const personRoutes = [listPersons, getPerson, personHistory, eraseName, liftErasure] as const;
