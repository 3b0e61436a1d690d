import type { AgreementEvent } from '../../domain/agreement.ts';
import { type EventViews, kindView, type Readers } from './event-view.ts';

const parties: Readers = ['bank', 'guarantor'];

/** Guarantee agreements: for their parties. */
const views: EventViews<AgreementEvent> = {
  'agreement-signed': {
    seenBy: parties,
    data: {
      agreementId: parties,
      kind: parties,
      parties,
      signedOn: parties,
      validUntil: parties,
      quotaFen: parties,
      feeBp: parties,
    },
  },
};

export const agreementEvents = kindView('agreements', views);
