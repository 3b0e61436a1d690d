import { pageEndpoint } from '../../shared/platform/page-endpoint.ts';

/** Serves the officials' page where no CloudFront does: in China, with mutual TLS, or behind a firewall. */
export const handler = pageEndpoint();
