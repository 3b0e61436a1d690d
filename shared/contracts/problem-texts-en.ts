import type { RefusalCode } from '../domain/refusal.ts';
import { englishClaimProblems } from './claim-problem-texts-en.ts';
import { englishPaymentProblems } from './payment-problem-texts-en.ts';
import { fact, has, kindOf, yuan } from './problem-figures.ts';
import type { ProblemText } from './problem-text.ts';

const englishKinds = { bank: 'The bank ', guarantor: 'The guarantor ', holding: 'The holding ' };

/** What each refusal says in English. */
export const englishProblems: Readonly<Record<RefusalCode, ProblemText>> = {
  ...englishClaimProblems,
  ...englishPaymentProblems,
  'validation-failed': {
    title: 'The request is not as required',
    detail: (facts) => {
      if (has(facts, 'itemId')) {
        return `The assessed figure of ${fact(facts, 'itemId')} is below the voted one; that needs a reason.`;
      }
      if (!has(facts, 'parameter')) return 'Mend what `errors` lists and send it again.';
      const bound = has(facts, 'most') ? `at most ${fact(facts, 'most')}` : `at least ${fact(facts, 'least')}`;
      return `The policy parameter ${fact(facts, 'parameter')} is ${fact(facts, 'given')}; it must be ${bound}.`;
    },
  },
  'idempotency-key-missing': {
    title: 'Idempotency-Key missing',
    detail: () =>
      'Every POST needs an Idempotency-Key header of 8 to 64 visible ASCII characters; a retry sends the same one.',
  },
  'cursor-invalid': {
    title: 'Cursor invalid',
    detail: () => 'A cursor continues the same query of the same caller, unaltered; begin again at the first page.',
  },
  unauthenticated: {
    title: 'Not signed in',
    detail: () => 'The access token is missing, not valid, or has expired; get another.',
  },
  forbidden: {
    title: 'Not allowed',
    detail: (facts) => {
      if (has(facts, 'allowed')) return `Open to these roles only: ${fact(facts, 'allowed')}.`;
      if (has(facts, 'units')) {
        return `Only units of the conference on the meeting’s day vote (${fact(facts, 'units')}); you act for ${fact(facts, 'own')}.`;
      }
      if (has(facts, 'appliedBy')) return `Only who applied (${fact(facts, 'appliedBy')}) may submit it again.`;
      return `The request names ${fact(facts, 'named')}, but you act for ${fact(facts, 'own')}, and only for it.`;
    },
  },
  'four-eyes': {
    title: 'Two persons needed',
    detail: (facts) =>
      has(facts, 'handledBy')
        ? `The same person (${fact(facts, 'handledBy')}) may not handle and check.`
        : has(facts, 'inclusionId')
          ? `You made the inclusion ${fact(facts, 'inclusionId')}; another person has to resolve its meeting.`
          : 'Who proposed it may not approve it; another person has to.',
  },
  'not-found': { title: 'Not found', detail: () => 'There is no such thing, or it is not yours to see; check the id.' },
  'state-conflict': {
    title: 'The state does not allow it',
    detail: (facts) =>
      (has(facts, 'claimId') ? `Claim ${fact(facts, 'claimId')}: ` : '') +
      (has(facts, 'inclusionId') ? `Inclusion ${fact(facts, 'inclusionId')}: ` : '') +
      (has(facts, 'votingClosesAt') ? `Voting closed at ${fact(facts, 'votingClosesAt')}. ` : '') +
      (facts.held === false
        ? `The state is ${fact(facts, 'state')} and its settlement is not held up by failures; it is settled in its turn by itself.`
        : has(facts, 'payable')
          ? `The state is ${fact(facts, 'state')} and nothing is due; there is nothing to pay.`
          : `The state is ${fact(facts, 'state')}; this needs ${fact(facts, 'allowed')}.`),
  },
  'already-exists': {
    title: 'Exists already',
    detail: (facts) =>
      has(facts, 'voucherNumber')
        ? `Voucher ${fact(facts, 'voucherNumber')} was used in ${fact(facts, 'year')} for claim ${fact(facts, 'claimId')}; check it and use a new number.`
        : has(facts, 'contractNumber')
          ? `Contract ${fact(facts, 'contractNumber')} (note ${fact(facts, 'noteNumber') || 'none'}) is already registered at this institution.`
          : has(facts, 'institutionId')
            ? `There is an institution ${fact(facts, 'institutionId')} already; choose another id.`
            : has(facts, 'number')
              ? `There is a meeting number ${fact(facts, 'number')} of ${fact(facts, 'year')} already; give another, or none to take the next.`
              : 'That number or id is already taken; use another.',
  },
  'idempotency-key-in-progress': {
    title: 'The same request is being worked on',
    detail: () => 'Try again shortly with the same Idempotency-Key.',
  },
  'version-mismatch': {
    title: 'The version has changed',
    detail: (facts) =>
      `If-Match names version ${fact(facts, 'given')}, the current one is ${fact(facts, 'current')}; read it again first.`,
  },
  'too-large': {
    title: 'Body too large',
    detail: (facts) =>
      `${fact(facts, 'bytes')} bytes were sent, ${fact(facts, 'bytesMax')} are taken; send it in parts.`,
  },
  'unsupported-media-type': {
    title: 'Unsupported media type',
    detail: () => 'The body must be JSON: Content-Type: application/json.',
  },
  'idempotency-key-reused': {
    title: 'Idempotency-Key used for another request',
    detail: () => 'This key belongs to a request that was not the same; use a new key for a new request.',
  },
  'not-listed': {
    title: 'Enterprise not on the list',
    detail: (facts) =>
      facts.known === false
        ? `${fact(facts, 'creditCode')} is not on the list; it needs a recognised qualification or an exceptional inclusion.`
        : `${fact(facts, 'creditCode')} is not on the list on ${fact(facts, 'on')} ` +
          (String(facts.listedThrough ?? '') > fact(facts, 'on')
            ? `(its listing through ${fact(facts, 'listedThrough')} begins later).`
            : `(listed through ${fact(facts, 'listedThrough')}).`),
  },
  'cap-exceeded': {
    title: 'Cap of the enterprise exceeded',
    detail: (facts) =>
      `The cap is ${yuan(facts, 'cap')} yuan and ${yuan(facts, 'asked')} yuan more would be needed` +
      (has(facts, 'left')
        ? `; ${yuan(facts, 'used')} yuan are used, ${yuan(facts, 'left')} yuan are left.`
        : '; that does not fit. Ask for less.'),
  },
  'institution-not-admitted': {
    title: 'Institution not admitted',
    detail: (facts) =>
      has(facts, 'state')
        ? `${kindOf(facts, englishKinds)}${fact(facts, 'institutionId')} is ${fact(facts, 'state')} on ${fact(facts, 'on')}; a bank admitted on that day is needed.`
        : has(facts, 'institutionId')
          ? `There is no institution ${fact(facts, 'institutionId')} here; name a bank that takes part.`
          : 'None of the parties is a bank; name a bank that takes part.',
  },
  'guarantor-required': {
    title: 'Guarantor needed',
    detail: () => 'The guarantee mode needs an admitted guarantor (guarantorId).',
  },
  'guarantor-not-admitted': {
    title: 'Guarantor not admitted',
    detail: (facts) =>
      has(facts, 'state')
        ? `${kindOf(facts, englishKinds)}${fact(facts, 'guarantorId')} is ${fact(facts, 'state')} on ${fact(facts, 'on')}; a guarantor admitted on that day is needed.`
        : has(facts, 'guarantorId')
          ? `There is no guarantor ${fact(facts, 'guarantorId')} here; name a guarantor that takes part.`
          : 'None of the parties is a guarantor; name a guarantor that takes part.',
  },
  'quota-exceeded': {
    title: 'Quota of the agreement exceeded',
    detail: (facts) =>
      `Agreement ${fact(facts, 'agreementId')} has a quota of ${yuan(facts, 'quota')} yuan` +
      (has(facts, 'left') ? ` with ${yuan(facts, 'left')} left` : ', too little of which is left') +
      `; ${yuan(facts, 'asked')} would be needed. Ask for less, or name another agreement.`,
  },
  'agreement-not-valid': {
    title: 'Agreement not valid',
    detail: (facts) =>
      `Agreement ${fact(facts, 'agreementId')} does not hold on ${fact(facts, 'on')} for ${fact(facts, 'institutionId')} and ${fact(facts, 'guarantorId')}` +
      (has(facts, 'validUntil') ? ` (valid until ${fact(facts, 'validUntil')})` : '') +
      '; name one of theirs that holds on that day.',
  },
  'borrower-in-default': {
    title: 'Enterprise in default',
    detail: (facts) =>
      `${fact(facts, 'loans')} of its loans are non-performing, compensated or written off with principal not recovered.`,
  },
  'amount-exceeds-applied': {
    title: 'More than applied for',
    detail: (facts) =>
      `${yuan(facts, 'asked')} yuan approved, ${yuan(facts, 'applied')} applied for; approve at most that.`,
  },
  'amount-exceeds-approved': {
    title: 'More than approved',
    detail: (facts) =>
      `${yuan(facts, 'asked')} yuan asked, ${yuan(facts, 'approved')} approved; at most that is possible.`,
  },
  'date-out-of-range': {
    title: 'Date out of range',
    detail: (facts) =>
      `${fact(facts, 'field')} is ${fact(facts, 'given')}; it must not be ` +
      [
        ...(has(facts, 'from') ? [`before ${fact(facts, 'from')}`] : []),
        ...(has(facts, 'through') ? [`after ${fact(facts, 'through')}`] : []),
      ].join(' or ') +
      '.',
  },
  'term-too-long': {
    title: 'Term too long',
    detail: (facts) =>
      `Maturity ${fact(facts, 'maturesOn')} is beyond ${fact(facts, 'maxTermMonths')} months; ${fact(facts, 'latest')} is the latest.`,
  },
  'extension-limit': {
    title: 'Extension limit',
    detail: (facts) =>
      has(facts, 'latest')
        ? `Maturity ${fact(facts, 'maturesOn')} is too late: extensions together may add the original term, through ${fact(facts, 'latest')}.`
        : `The loan was extended ${fact(facts, 'extensions')} times already; ${fact(facts, 'maxExtensions')} is the most.`,
  },
  'document-not-valid': {
    title: 'Document not valid',
    detail: (facts) => {
      const document = `${fact(facts, 'documentId')} (${fact(facts, 'fileName')})`;
      if (facts.state === 'awaiting-upload') return `The content of ${document} has not come yet; upload it first.`;
      if (facts.state === 'refused')
        return `The content of ${document} is not what was announced: ${fact(facts, 'contentType')}, ${fact(facts, 'bytes')} bytes; announce and upload the right file.`;
      return `You have no document ${fact(facts, 'documentId')}; announce and upload it first.`;
    },
  },
  'too-many-items': {
    title: 'Too many items',
    detail: (facts) => `There are ${fact(facts, 'items')} already; ${fact(facts, 'itemsMax')} is the most.`,
  },
  'quorum-not-met': {
    title: 'Quorum not met',
    detail: (facts) =>
      `On ${fact(facts, 'itemId')} ${fact(facts, 'voted')} units voted and ${fact(facts, 'needed')} must (${fact(facts, 'left')} are left after recusals); wait for them, or defer the item.`,
  },
  'amount-exceeds-claimed': {
    title: 'More than claimed',
    detail: (facts) =>
      `For ${fact(facts, 'itemId')} ${yuan(facts, 'asked')} yuan were named; at most ${yuan(facts, 'claimed')} are possible, the claimed or the voted figure.`,
  },
  'rate-too-high': { title: 'Rate too high', detail: () => 'The annual rate is above the limit.' },
  'use-prohibited': { title: 'Use prohibited', detail: () => 'The purpose is among the prohibited ones.' },
  'too-many-requests': { title: 'Too many requests', detail: () => 'Try again after the time in Retry-After.' },
  internal: {
    title: 'Internal error',
    detail: () =>
      'An error was recorded; name the traceId to the administrator. The same Idempotency-Key may be sent again.',
  },
  unavailable: {
    title: 'Not available now',
    detail: () => 'Try again with the same Idempotency-Key after Retry-After.',
  },
};
