import { join } from 'node:path';
import middy from '@middy/core';
import { type GatewayEvent, requestOf } from './gateway-event.ts';
import { createPage, type Page } from './page-files.ts';
import { pageHeaders } from './page-headers.ts';
import type { HttpReply } from './problem.ts';

/** The environment variable with the page's `config.json`. */
export const pageConfigVariable = 'PAGE_CONFIG';

/** The environment variable with the other origins that the page calls, parted by spaces: its issuer's, the bucket's of documents. */
export const pageConnectionsVariable = 'PAGE_CONNECTIONS';

/** The folder of the built page, beside the function's code. */
export const pageFolderName = 'page';

/** Makes the handler that serves the officials' page from the folder of the function's code. */
export function pageEndpoint() {
  let page: Page | undefined;
  return middy<GatewayEvent, HttpReply>().handler(async (event) => {
    const { path, query, headers } = requestOf(event);
    page ??= pageIn(process.env);
    const {
      status,
      headers: given,
      body,
    } = page({
      path,
      query: new URLSearchParams(query as Record<string, string>).toString(),
      takesGzip: /\bgzip\b/.test(headers['accept-encoding'] ?? ''),
    });
    return { statusCode: status, headers: given, body: body.toString('base64'), isBase64Encoded: true };
  });
}

function pageIn(environment: Readonly<Record<string, string | undefined>>): Page {
  // Lambda says where the code lies.
  const { [pageConfigVariable]: config, [pageConnectionsVariable]: connections, LAMBDA_TASK_ROOT: root } = environment;
  if (root === undefined || config === undefined)
    throw new Error(`LAMBDA_TASK_ROOT or ${pageConfigVariable} is missing`);
  const origins = (connections ?? '').split(' ').filter((origin) => origin !== '');
  return createPage(join(root, pageFolderName), JSON.parse(config) as object, pageHeaders(origins));
}
