import * as z from 'zod/mini';
import { Id, pageOf, pageQuery } from '../fields.ts';
import { HistoryEvent } from '../history.ts';
import { Policy } from '../policies.ts';
import { everyone, route } from '../route.ts';

const tag = 'Policies';
const pathParameters = z.strictObject({ policyId: Id });

export const listPolicies = route({
  operationId: 'listPolicies',
  method: 'GET',
  path: '/v1/policies',
  handler: 'functions/http/policies/list.ts',
  roles: everyone,
  tag,
  summary: 'Lists the policy versions, the newest in effect first (R1)',
  query: z.strictObject(pageQuery),
  replies: { 200: pageOf(Policy) },
});

export const getPolicy = route({
  operationId: 'getPolicy',
  method: 'GET',
  path: '/v1/policies/{policyId}',
  handler: 'functions/http/policies/get.ts',
  roles: everyone,
  tag,
  summary: 'Shows a policy version with all its parameters',
  pathParameters,
  replies: { 200: Policy },
});

export const policyHistory = route({
  operationId: 'policyHistory',
  method: 'GET',
  path: '/v1/policies/{policyId}/history',
  handler: 'functions/http/policies/history.ts',
  roles: everyone,
  tag,
  summary: 'Lists what happened to a policy version, oldest first (R30)',
  pathParameters,
  query: z.strictObject(pageQuery),
  replies: { 200: pageOf(HistoryEvent) },
});

export const policyRoutes = [listPolicies, getPolicy, policyHistory] as const;
