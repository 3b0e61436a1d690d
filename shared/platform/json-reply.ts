import { commonHeaders, type HttpReply } from './problem.ts';

/** A reading's answer. */
export const jsonReply = (body: object, headers: Readonly<Record<string, string>> = {}): HttpReply => ({
  statusCode: 200,
  headers: { ...commonHeaders, 'content-type': 'application/json; charset=utf-8', ...headers },
  body: JSON.stringify(body),
});
