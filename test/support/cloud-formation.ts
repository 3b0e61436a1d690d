import { once } from 'node:events';
import { createServer, type IncomingHttpHeaders } from 'node:http';
import type { AddressInfo } from 'node:net';

interface Answer {
  readonly headers: IncomingHttpHeaders;
  readonly body: Readonly<Record<string, unknown>>;
}

/** What CloudFormation is to a custom resource: its event, and the address that takes the answer. */
export interface CloudFormation {
  readonly answers: Answer[];
  eventOf(requestType: 'Create' | 'Update' | 'Delete'): object;
  /** From now on the address answers with this status. */
  answerWith(status: number): void;
  stop(): void;
}

export async function startCloudFormation(): Promise<CloudFormation> {
  const answers: Answer[] = [];
  let status = 200;
  const server = createServer(async (request, response) => {
    let text = '';
    for await (const part of request) text += part;
    answers.push({ headers: request.headers, body: JSON.parse(text) as Answer['body'] });
    response.writeHead(status).end();
  }).listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo;
  return {
    answers,
    eventOf: (RequestType) => ({
      RequestType,
      ResponseURL: `http://127.0.0.1:${port}/answer?signed`,
      StackId: 'stack-1',
      RequestId: 'request-1',
      LogicalResourceId: 'keysDone',
    }),
    answerWith: (next) => {
      status = next;
    },
    stop: () => void server.close(),
  };
}
