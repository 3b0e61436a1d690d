/** A finding of a linter about the OpenAPI document that is right to be there, where it is, and why. */
export interface OpenApiException {
  /** As the linter names it; Redocly's after `redocly:`. */
  readonly rule: string;
  /** Where in the document: names from its root on, joined by `/`. */
  readonly where: RegExp;
  readonly reason: string;
}

const textsOfPeople = /^components\/schemas\/(Text|ShortText|FreeText|Label|FileName|PersonName)$/;
const publicCalls = /^paths\/v1\/(health|openapi\.json)\/get\//;

/** Every finding that we leave as it is (test/contracts/openapi-lint.test.ts): all others fail, and so does one of these that is no finding any more. */
export const openApiExceptions: readonly OpenApiException[] = [
  {
    rule: 'owasp:api4:2023-string-restricted',
    where: textsOfPeople,
    reason: 'What people write and call things, in any script; only its length is bounded',
  },
  {
    rule: 'owasp:api4:2023-string-restricted',
    where: /^components\/schemas\/Disburse\/properties\/noteNumber\/anyOf\/0$/,
    reason: 'The bank’s own number of the note, "" where it has none',
  },
  {
    rule: 'owasp:api4:2023-string-restricted',
    where: /^components\/schemas\/(CreditCode|RowText)$/,
    reason: 'Normalised from lower case and full width (R3), or told back as it came; judged by the domain',
  },
  {
    rule: 'owasp:api4:2023-string-restricted',
    where: /^components\/schemas\/(Sentence|Subject)$/,
    reason: 'Words of the system in either language, and names that the issuer’s tokens carry',
  },
  {
    rule: 'owasp:api4:2023-string-restricted',
    where: /\/(get|post)\/parameters\/\d+\/schema$/,
    reason:
      'A credit code as it comes, a search text, somebody’s own reference, or a cursor, which is judged whole: any fault is `cursor-invalid`',
  },
  {
    rule: 'owasp:api4:2023-string-restricted',
    where: /\/responses\/(401|Refused401)\/headers\/WWW-Authenticate\/schema$/,
    reason: 'A challenge has RFC 9110’s own form, and in the cloud the gateway writes it',
  },
  {
    rule: 'owasp:api4:2023-string-restricted',
    where: /\/responses\/200\/content\/(text\/(csv|html)|application\/vnd\.[\w.-]+)\/schema$/,
    reason: 'A file; its media type says its form',
  },
  {
    rule: 'owasp:api4:2023-rate-limit',
    where: /(paths\/v1\/(health|openapi\.json)\/get\/responses\/\w+|responses\/(Refused)?(401|500|503))\/headers$/,
    reason:
      'A public call, one without a good token, and one that broke off are counted for nobody; a 429 or 503 says when to try again',
  },
  {
    rule: 'owasp:api8:2023-define-cors-origin',
    where: /\/headers$/,
    reason:
      'The page is served from the API’s own origin, and others are let in only where a city names them, by its gateway: there is no CORS of the API’s own to describe',
  },
  {
    rule: 'owasp:api2:2023-read-restricted',
    where: /^paths\/v1\/(health|openapi\.json)\/get\/security$/,
    reason: 'Health and this document are public by intent and say nothing of anybody',
  },
  {
    rule: 'owasp:api8:2023-define-error-responses-401',
    where: publicCalls,
    reason: 'What takes no token refuses none',
  },
  {
    rule: 'owasp:api8:2023-define-error-validation',
    where: /^paths\/v1\/(health|openapi\.json|fund|fund\/line)\/get\/responses$/,
    reason: 'What takes no parameters can be given no wrong ones',
  },
  {
    rule: 'info-contact',
    where: /^info$/,
    reason: 'Whom to ask is the city’s to say where it runs the system; the project has no mailbox',
  },
  {
    rule: 'license-url',
    where: /^info\/license$/,
    reason: 'The licence is named by its SPDX identifier, beside which OpenAPI 3.1 forbids an address',
  },
  {
    rule: 'openapi-tags-alphabetical',
    where: /^tags$/,
    reason: 'Groups stand in the order of a loan’s life, as readers need them',
  },
];
