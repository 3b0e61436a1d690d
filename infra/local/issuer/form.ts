import type { IncomingMessage } from 'node:http';
import { readBody } from '../gateway/body.ts';

const formBytesMax = 64 * 1024;

/** Reads a posted form; null when it is no form or too large. */
export async function readForm(request: IncomingMessage): Promise<URLSearchParams | null> {
  const body = await readBody(request, formBytesMax);
  const isForm = /^application\/x-www-form-urlencoded\b/i.test(request.headers['content-type'] ?? '');
  return 'bytes' in body || !isForm ? null : new URLSearchParams(body.toString('utf8'));
}
