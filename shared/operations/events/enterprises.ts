import type { EnterpriseEvent } from '../../domain/enterprise.ts';
import { type EventViews, kindView } from './event-view.ts';
import { everyone, officials } from './readers.ts';

/** Enterprises: what the list does is for all who may read their histories, the import's own number for officials. */
const views: EventViews<EnterpriseEvent> = {
  'certificate-imported': {
    seenBy: everyone,
    data: {
      creditCode: everyone,
      name: everyone,
      category: everyone,
      certificateNumber: everyone,
      issuedOn: everyone,
      validUntil: everyone,
      source: everyone,
      importId: officials,
      row: officials,
      on: everyone,
      standing: everyone,
    },
  },
  'certificate-revoked': {
    seenBy: everyone,
    data: { category: everyone, certificateNumber: everyone, from: everyone, importId: officials, standing: everyone },
  },
  'standing-refreshed': { seenBy: everyone, data: { standing: everyone } },
  'enterprise-included': {
    seenBy: everyone,
    data: {
      creditCode: everyone,
      name: everyone,
      inclusionId: ['enterprise', 'member'],
      from: everyone,
      until: everyone,
      standing: everyone,
    },
  },
  'enterprise-inclusion-revoked': {
    seenBy: everyone,
    data: { inclusionId: ['enterprise', 'member'], from: everyone, standing: everyone },
  },
};

export const enterpriseEvents = kindView('enterprises', views);
