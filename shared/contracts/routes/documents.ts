import * as z from 'zod/mini';
import { AnnounceDocument } from '../documents.ts';
import { Id } from '../fields.ts';
import { everyone, route } from '../route.ts';

const tag = 'Documents';

export const announceDocument = /* @__PURE__ */ route({
  operationId: 'announceDocument',
  method: 'POST',
  path: '/v1/documents',
  handler: 'functions/http/documents/announce.ts',
  roles: ['bank', 'enterprise', 'office'],
  tag,
  summary: 'Announces a document and answers the address to upload it to; a retry gets the first address again',
  body: AnnounceDocument,
  documentRights: ['upload'],
  replies: { 201: 'Document' },
});

export const getDocument = /* @__PURE__ */ route({
  operationId: 'getDocument',
  method: 'GET',
  path: '/v1/documents/{documentId}',
  handler: 'functions/http/documents/get.ts',
  roles: everyone,
  tag,
  // Not among the reads: a fresh address to upload to is signed with the right to write.
  group: 'documents',
  summary: 'Shows a document with a fresh address: to upload it while it is awaited, to download it afterwards',
  pathParameters: z.strictObject({ documentId: Id }),
  documentRights: ['upload', 'read'],
  accessKind: 'download',
  replies: { 200: 'Document' },
});

export const documentRoutes = [announceDocument, getDocument] as const;
