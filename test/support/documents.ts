import { createHash } from 'node:crypto';

/** A PDF of any length from five bytes on, and another for each mark. */
export const aPdf = (bytes = 1_000, mark = ''): Buffer => {
  const content = Buffer.alloc(bytes, 0x20);
  content.write(`%PDF-1.7\n${mark}`.slice(0, bytes));
  return content;
};

/** What is announced of a content. */
export const announcementOf = (content: Buffer, change: object = {}) => ({
  kind: 'loan-contract',
  fileName: '借款合同 1.pdf',
  contentType: 'application/pdf',
  bytes: content.length,
  sha256: createHash('sha256').update(content).digest('hex'),
  ...change,
});

/** Sends a content to where the announcement's answer says. */
export const upload = (announced: Readonly<Record<string, unknown>>, content: Buffer, headers: object = {}) =>
  fetch(String(announced.uploadUrl), {
    method: 'PUT',
    headers: { ...(announced.headers as Record<string, string>), ...headers },
    body: new Uint8Array(content),
  });
