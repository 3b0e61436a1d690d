import { route } from '../route.ts';

export const health = /* @__PURE__ */ route({
  operationId: 'health',
  method: 'GET',
  path: '/v1/health',
  handler: 'functions/http/health.ts',
  roles: 'public',
  tag: 'Service',
  summary: 'Tells whether the service can serve',
  replies: { 200: 'Health' },
});

export const openApi = /* @__PURE__ */ route({
  operationId: 'openApi',
  method: 'GET',
  path: '/v1/openapi.json',
  handler: 'functions/http/openapi.ts',
  roles: 'public',
  tag: 'Service',
  summary: 'This document: OpenAPI 3.1',
  replies: { 200: 'OpenApiDocument' },
});

export const healthRoutes = [health, openApi] as const;
