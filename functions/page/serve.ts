import { pageEndpoint } from '../../shared/platform/page-endpoint.ts';

/** Serves the officials' page where no CloudFront does: in China, or with mutual TLS. */
export const handler = pageEndpoint();
