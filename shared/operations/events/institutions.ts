import type { InstitutionEvent } from '../../domain/institution.ts';
import { seesReasons } from '../institutions/view.ts';
import { type EventViews, kindView, type Reader, type Readers } from './event-view.ts';
import { everyone } from './readers.ts';

/** The institution itself: whoever else reads it is an outsider. */
const own: Readers = ['bank', 'guarantor'];

const breaker = { on: own, compensatedFen: own, disbursedFen: own, limitBp: own, policy: own } as const;

/** Institutions: names and admissions are for all, reasons and the breaker's figures for the institution itself. */
const views: EventViews<InstitutionEvent> = {
  'institution-applied': {
    seenBy: everyone,
    data: { institutionId: everyone, name: everyone, kind: everyone, creditCode: everyone, appliedOn: everyone },
  },
  'admission-decided': { seenBy: everyone, data: { state: everyone, from: everyone, reason: own } },
  'breaker-opened': { seenBy: own, data: breaker },
  'breaker-released': { seenBy: own, data: { ...breaker, reason: own } },
};

export const institutionEvents = kindView('institutions', views, (caller, id) =>
  seesReasons(caller, id) ? (caller.role as Reader) : 'outsider',
);
