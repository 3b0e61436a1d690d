import { expireDueDocuments } from '../../shared/operations/documents/expire-due.ts';
import { job } from '../../shared/platform/job.ts';

/** Every night: ends documents that are evidence of nothing, and takes their content away. */
export const handler = job('expire-documents', expireDueDocuments);
