import type { PersonEvent } from '../../domain/person.ts';
import { type EventViews, kindView } from './event-view.ts';
import { officials } from './readers.ts';

/** Erasures of names: for the office and the auditor. */
const views: EventViews<PersonEvent> = {
  'person-name-erased': {
    seenBy: officials,
    data: { personId: officials, org: officials, sub: officials, reason: officials },
  },
  'person-erasure-lifted': { seenBy: officials, data: { reason: officials } },
};

export const personEvents = kindView('persons', views);
