import { connect } from 'node:net';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { readBody } from '../../infra/local/gateway/body.ts';
import { jsonReply } from '../../infra/local/gateway/reply.ts';
import { type LocalServer, listen } from '../../infra/local/server.ts';

let server: LocalServer;
let answered = 0;
beforeAll(async () => {
  server = await listen(0);
  server.answerWith(async (request) => {
    answered += 1;
    await readBody(request, 1_000);
    return jsonReply(200, {});
  });
});
afterAll(() => server.stop());

/** Sends bytes as they are and reads until the server hangs up. */
function sent(text: string): Promise<string> {
  const { port, host } = new URL(server.url);
  const { promise, resolve, reject } = Promise.withResolvers<string>();
  let heard = '';
  const socket = connect(Number(port), '127.0.0.1', () => socket.write(text.replace('HOST', host)));
  socket.setTimeout(5_000, () => socket.destroy(new Error(`nothing more came after ${heard}`)));
  socket.on('data', (bytes) => {
    heard += bytes.toString();
  });
  socket.on('error', reject);
  socket.on('close', () => resolve(heard));
  return promise;
}

const post = (headers: string, body: string) =>
  `POST /v1/x HTTP/1.1\r\nHost: HOST\r\nConnection: close\r\n${headers}\r\n\r\n${body}`;
/** What a proxy in front might take for the body, and we for another call. */
const hidden = 'GET /v1/hidden HTTP/1.1\r\nHost: HOST\r\n\r\n';

test('a call as it should be is answered once', async () => {
  answered = 0;
  expect(await sent(post('Content-Length: 2', '{}'))).toMatch(/^HTTP\/1\.1 200 /);
  expect(answered).toBe(1);
});

test.each([
  ['a length and chunks', post('Content-Length: 6\r\nTransfer-Encoding: chunked', `0\r\n\r\n${hidden}`)],
  ['two lengths', post('Content-Length: 0\r\nContent-Length: 44', hidden)],
  ['two lengths in one', post('Content-Length: 0, 44', hidden)],
  ['a length that is none', post('Content-Length: +2', '{}')],
  ['chunks called otherwise', post('Transfer-Encoding: xchunked', `0\r\n\r\n${hidden}`)],
  ['chunks twice over', post('Transfer-Encoding: chunked, identity', `0\r\n\r\n${hidden}`)],
  ['a chunk of no size', post('Transfer-Encoding: chunked', `zz\r\n{}\r\n0\r\n\r\n${hidden}`)],
  ['line ends of one byte', post('Content-Length: 2', '{}').replaceAll('\r\n', '\n')],
  ['a folded header', post('X-A: 1\r\n 2\r\nContent-Length: 0', hidden)],
  ['a blank before a colon', post('Content-Length : 0', hidden)],
  ['a zero byte in a header', post('X-A: 1\0\r\nContent-Length: 0', '')],
  ['a zero byte in a name', post('X\0A: 1\r\nContent-Length: 0', '')],
])('a call with %s is refused, and what it hides is no call', async (_, text) => {
  answered = 0;
  const heard = await sent(text);
  expect(heard).toMatch(/^HTTP\/1\.1 400 /);
  expect(heard.match(/^HTTP\/1\.1 /gm)).toHaveLength(1);
  expect(heard).not.toContain(' 200 ');
});
