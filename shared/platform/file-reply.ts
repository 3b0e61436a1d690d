import { commonHeaders, type HttpReply } from './problem.ts';

/** Whether a caller prefers a media type to what the address answers by default. */
export const wants = (accept: string, type: string): boolean => accept.toLowerCase().includes(type);

/** A file to be saved under a name: a text as UTF-8, anything else as bytes. */
export const fileReply = (fileName: string, type: string, content: string | Uint8Array): HttpReply => ({
  statusCode: 200,
  headers: {
    ...commonHeaders,
    'content-type': typeof content === 'string' ? `${type}; charset=utf-8` : type,
    'content-disposition': `attachment; filename="${fileName}"`,
    // The same address also answers JSON or HTML, so a cache must not give one for the other.
    vary: 'accept',
  },
  ...(typeof content === 'string'
    ? { body: content }
    : { body: Buffer.from(content).toString('base64'), isBase64Encoded: true }),
});

/** A page of its own, which may load and run nothing. */
export const htmlReply = (html: string): HttpReply => ({
  statusCode: 200,
  headers: {
    ...commonHeaders,
    'content-type': 'text/html; charset=utf-8',
    'content-security-policy':
      "default-src 'none'; style-src 'unsafe-inline'; frame-ancestors 'none'; base-uri 'none'; form-action 'none'",
    vary: 'accept',
  },
  body: html,
});
