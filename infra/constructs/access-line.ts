/**
 * What one line of the gateway's access log says: who asked for what and how it ended; never a body, a query or a token. Names of
 * what the two kinds of gateway call differently are given.
 */
export const accessLine = ({
  sub,
  route,
  integrationError,
}: Readonly<Record<'sub' | 'route' | 'integrationError', string>>): string =>
  JSON.stringify({
    requestId: '$context.requestId',
    at: '$context.requestTime',
    sourceIp: '$context.identity.sourceIp',
    clientCertificate: '$context.identity.clientCert.subjectDN',
    sub,
    route,
    path: '$context.path',
    status: '$context.status',
    latencyMs: '$context.responseLatency',
    error: '$context.error.message',
    integrationError,
  });
