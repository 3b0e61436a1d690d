/** The state graphs of rules.md, as it prints them: from each state, where else it may go. */
export const graphs: Readonly<Record<string, Readonly<Record<string, readonly string[]>>>> = {
  applications: {
    '': ['submitted'],
    submitted: ['approved-by-institution', 'returned', 'rejected', 'withdrawn', 'expired'],
    'approved-by-institution': ['confirmed', 'returned', 'rejected', 'withdrawn', 'expired'],
    returned: ['submitted', 'withdrawn', 'expired'],
    confirmed: ['disbursed', 'withdrawn', 'expired'],
    expired: ['disbursed'],
  },
  loans: {
    '': ['active'],
    active: ['overdue', 'non-performing', 'repaid'],
    overdue: ['active', 'non-performing', 'repaid'],
    'non-performing': ['active', 'overdue', 'claimed', 'repaid', 'written-off'],
    claimed: ['non-performing', 'compensated', 'repaid'],
    compensated: ['written-off'],
  },
  claims: {
    '': ['submitted'],
    submitted: ['accepted', 'returned', 'withdrawn'],
    returned: ['submitted', 'withdrawn'],
    accepted: ['on-agenda', 'returned', 'withdrawn'],
    'on-agenda': ['approved', 'rejected', 'deferred', 'accepted', 'withdrawn'],
    deferred: ['on-agenda', 'returned', 'withdrawn'],
    approved: ['settled', 'awaiting-funds', 'withdrawn'],
    'awaiting-funds': ['settled', 'withdrawn'],
    settled: ['paid'],
    paid: ['settled'],
  },
  inclusions: {
    '': ['submitted'],
    submitted: ['on-agenda', 'withdrawn'],
    'on-agenda': ['approved', 'rejected', 'deferred', 'submitted'],
    deferred: ['on-agenda'],
    approved: ['ended', 'revoked'],
  },
  meetings: { '': ['open'], open: ['resolved', 'cancelled'] },
  persons: { '': ['erased'], erased: ['named'], named: ['erased'] },
  policies: { '': ['draft'], draft: ['approved', 'discarded'] },
  imports: {
    '': ['queued'],
    // Failed: one that could not be begun.
    queued: ['running', 'cancelled', 'failed'],
    running: ['done', 'failed', 'awaiting-release', 'cancelled'],
    'awaiting-release': ['running', 'cancelled'],
  },
};

/** Where an event takes its resource; one that is not here leaves the state as it is, or says it in its data. */
const statesAfter: Readonly<Record<string, string>> = {
  'application-submitted': 'submitted',
  'application-resubmitted': 'submitted',
  'approved-by-institution': 'approved-by-institution',
  'application-confirmed': 'confirmed',
  'application-returned': 'returned',
  'application-rejected': 'rejected',
  'application-withdrawn': 'withdrawn',
  'consent-refused': 'withdrawn',
  'application-expired': 'expired',
  'application-disbursed': 'disbursed',
  'loan-disbursed': 'active',
  'loan-extended': 'active',
  'loan-became-overdue': 'overdue',
  'loan-became-non-performing': 'non-performing',
  'loan-written-off': 'written-off',
  'loan-claimed': 'claimed',
  'loan-compensated': 'compensated',
  'claim-submitted': 'submitted',
  'claim-resubmitted': 'submitted',
  'claim-returned': 'returned',
  'claim-withdrawn': 'withdrawn',
  'claim-accepted': 'accepted',
  'claim-put-on-agenda': 'on-agenda',
  'claim-taken-off-agenda': 'accepted',
  'claim-approved': 'approved',
  'claim-rejected': 'rejected',
  'claim-deferred': 'deferred',
  'claim-awaiting-funds': 'awaiting-funds',
  'claim-settled': 'settled',
  'claim-paid': 'paid',
  'claim-payment-returned': 'settled',
  'inclusion-submitted': 'submitted',
  'inclusion-put-on-agenda': 'on-agenda',
  'inclusion-taken-off-agenda': 'submitted',
  'inclusion-approved': 'approved',
  'inclusion-rejected': 'rejected',
  'inclusion-deferred': 'deferred',
  'inclusion-withdrawn': 'withdrawn',
  'inclusion-ended': 'ended',
  'inclusion-revoked': 'revoked',
  'meeting-convened': 'open',
  'meeting-resolved': 'resolved',
  'meeting-item-retried': 'resolved',
  'meeting-item-skipped': 'resolved',
  'meeting-cancelled': 'cancelled',
  'person-name-erased': 'erased',
  'person-erasure-lifted': 'named',
  'policy-drafted': 'draft',
  'policy-approved': 'approved',
  'policy-discarded': 'discarded',
  'import-accepted': 'queued',
  'import-started': 'running',
  'import-awaits-release': 'awaiting-release',
  'import-released': 'running',
  'import-done': 'done',
  'import-failed': 'failed',
  'import-cancelled': 'cancelled',
};

/** The state that an event names; undefined where it moves none. */
export function stateAfter(type: string, data: Readonly<Record<string, unknown>>): string | undefined {
  if (type === 'loan-claim-ended' || type === 'loan-cured') return String(data.to);
  return statesAfter[type];
}

/** Every state of every graph, as `kind state`. */
export const everyState: readonly string[] = Object.entries(graphs).flatMap(([kind, graph]) =>
  [...new Set(Object.values(graph).flat())].map((state) => `${kind} ${state}`),
);

/** Every move of every graph, as `kind from → to`. */
export const everyMove: readonly string[] = Object.entries(graphs).flatMap(([kind, graph]) =>
  Object.entries(graph).flatMap(([from, tos]) => tos.map((to) => `${kind} ${from || '·'} → ${to}`)),
);
