import { fact, has, yuan } from '../problem-figures.ts';
import type { ProblemText } from '../problem-text.ts';
import type { GeneralCode } from './general-code.ts';

/** What the refusals that any call may be answered with say in English. */
export const englishGeneralProblems = {
  'validation-failed': {
    title: 'The request is not as required',
    detail: (facts) => {
      if (has(facts, 'itemId')) {
        return `The assessed figure of ${fact(facts, 'itemId')} is below the voted one; that needs a reason.`;
      }
      if (!has(facts, 'parameter')) return 'Mend what `errors` lists and send it again.';
      if (has(facts, 'needs'))
        return `The policy parameter ${fact(facts, 'parameter')} needs ${fact(facts, 'needs')} beside it.`;
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
        : has(facts, 'setOff')
          ? `The institution has not remitted ${yuan(facts, 'setOff')} yuan of recoveries in time; they are set off against this payment first. ${yuan(facts, 'payable')} yuan are left to be paid: look at the claim again and pay that.`
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
          : has(facts, 'takenBy')
            ? `${fact(facts, 'institutionId')} is the id of a unit of the conference or of officials; choose another id for the institution.`
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
  'too-many-requests': {
    title: 'Too many requests',
    detail: (facts) =>
      has(facts, 'announced')
        ? `Your organisation has announced ${fact(facts, 'announced')} documents of ${fact(facts, 'announcedBytes')} bytes today, and this one has ${fact(facts, 'askedBytes')}; ${fact(facts, 'announcedMax')} documents and ${fact(facts, 'announcedBytesMax')} bytes a day are the most. Go on on ${fact(facts, 'resumesOn')}.`
        : 'Try again after the time in Retry-After.',
  },
  internal: {
    title: 'Internal error',
    detail: () =>
      'An error was recorded; name the traceId to the administrator. The same Idempotency-Key may be sent again.',
  },
  unavailable: {
    title: 'Not available now',
    detail: () => 'Try again with the same Idempotency-Key after Retry-After.',
  },
} as const satisfies Readonly<Record<GeneralCode, ProblemText>>;
