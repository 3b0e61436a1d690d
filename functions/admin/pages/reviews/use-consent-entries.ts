import type { Shape } from '../../api/calls.ts';
import { filled } from '../../parts/texts.ts';
import { useTexts } from '../../shell/language.tsx';
import { reviewsTexts } from './texts.ts';

/** What shows that the enterprise wants a bank's application, and what it said of it itself; nothing of its own application. */
export function useConsentEntries(application: Shape<'Application'>) {
  const texts = useTexts(reviewsTexts);
  const { appliedBy, creditCode, consent, consentConfirmedOn, consentRefusedOn } = application;
  if (appliedBy === creditCode) return [];
  const evidence = consent
    ? filled(texts.consentShown, {
        number: consent.number,
        signedOn: consent.signedOn,
        evidence: [consent.reference, consent.documentId].filter((each) => each !== null).join('、'),
      })
    : texts.consentNone;
  const word = consentRefusedOn
    ? filled(texts.consentRefused, { on: consentRefusedOn })
    : consentConfirmedOn
      ? filled(texts.consentConfirmed, { on: consentConfirmedOn })
      : texts.consentOpen;
  return [
    { key: 'consent', label: texts.consent, said: evidence },
    { key: 'consentWord', label: texts.consentWord, said: word },
  ];
}
