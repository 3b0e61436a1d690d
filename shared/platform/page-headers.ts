/** Two years in which a browser asks this host by TLS alone. A browser ignores it on plain HTTP, as on one machine (RFC 6797, 8.1). */
export const tlsOnlySeconds = 63_072_000;
export const tlsOnly = { 'strict-transport-security': `max-age=${tlsOnlySeconds}; includeSubDomains` } as const;

/** The headers that the page is served with, on one machine and in the cloud alike. */
export interface PageHeaders {
  readonly contentSecurityPolicy: string;
  readonly permissionsPolicy: string;
}

/**
 * Nothing but the page's own files runs, styles or loads. `connections` are the other origins that it may call: the
 * issuer's, and that of the bucket to which it sends documents. The API is always of the page's own origin.
 */
export const pageHeaders = (connections: readonly string[] = []): PageHeaders => ({
  contentSecurityPolicy: [
    "default-src 'self'",
    "script-src 'self'",
    "style-src 'self'",
    "img-src 'self' data:",
    ["connect-src 'self'", ...connections].join(' '),
    "worker-src 'self'",
    "object-src 'none'",
    "base-uri 'none'",
    "form-action 'none'",
    "frame-ancestors 'none'",
  ].join('; '),
  permissionsPolicy: 'camera=(), geolocation=(), microphone=(), payment=(), usb=()',
});

/** How long each file may be kept: `index.html` and `config.json` never without asking, hashed files for ever. */
export const cacheControlOf = (path: string): string =>
  path.startsWith('assets/') ? 'public, max-age=31536000, immutable' : 'no-cache';
