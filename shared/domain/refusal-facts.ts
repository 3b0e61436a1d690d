import type { Day } from './calendar.ts';
import type { Bp, Fen, Ppm } from './money.ts';

/** A plain figure, date, id or word. */
export type Fact = string | number | boolean | null;

/** One of several things that stand in the way at once (R20). */
export interface Defect {
  readonly rule: string | null;
  readonly code: RefusalCode;
  readonly facts: Readonly<Record<string, Fact>>;
}

/** What a fact can be, and so how it is shown. Words (`state`, `role`, `unit`, `category`) may be several, with commas. */
export interface FactValues {
  readonly fen: Fen;
  readonly count: number;
  readonly bp: Bp;
  readonly ppm: Ppm;
  readonly year: number;
  /** A figure without a unit, or of a unit that other facts name. */
  readonly figure: number;
  readonly day: Day;
  readonly instant: string;
  readonly flag: boolean;
  readonly id: string;
  readonly text: string;
  /** Of an institution, or of whoever somebody acts for. */
  readonly organisation: string;
  readonly state: string;
  readonly 'institution-state': string;
  readonly 'loan-state': string;
  readonly 'document-state': string;
  readonly role: string;
  readonly unit: string;
  readonly category: string;
  readonly mode: string;
  readonly kind: string;
  readonly evidence: string;
  readonly basis: string;
  /** Of which kind an organisation is. */
  readonly family: string;
  readonly defects: readonly Defect[];
}
export type FactKind = keyof FactValues;

/** With `?` it may be null or left out. */
type Declared = Readonly<Record<string, FactKind | `${FactKind}?`>>;

/**
 * Every way in which the system says no (api.md, "Error codes"), and what each says as facts. Codes are kebab-case on
 * the wire and here: one vocabulary. A name may be of another kind in another refusal.
 */
export const refusalFacts = {
  'validation-failed': {
    ...{ parameter: 'id?', given: 'figure?', needs: 'id?', most: 'figure?', least: 'figure?' },
    ...{ itemId: 'id?', asked: 'fen?', voted: 'fen?' },
  },
  'idempotency-key-missing': { given: 'flag?' },
  'cursor-invalid': {},
  unauthenticated: {},
  forbidden: {
    ...{ allowed: 'role?', units: 'unit?', own: 'organisation?' },
    ...{ appliedBy: 'organisation?', named: 'organisation?' },
  },
  'four-eyes': { handledBy: 'text?', checkedBy: 'text?', proposedBy: 'text?', inclusionId: 'id?' },
  'not-found': {},
  'state-conflict': {
    ...{ state: 'state', allowed: 'state?', claimId: 'id?', inclusionId: 'id?', votes: 'count?' },
    ...{ votingClosesAt: 'instant?', held: 'flag?', setOff: 'fen?', payable: 'fen?' },
  },
  'already-exists': {
    ...{ voucherNumber: 'text?', year: 'year?', claimId: 'id?', contractNumber: 'text?', noteNumber: 'text?' },
    ...{ institutionId: 'organisation?', takenBy: 'family?', number: 'figure?' },
    ...{ set: 'id?', part: 'count?', parts: 'count?', importId: 'id?' },
  },
  'idempotency-key-in-progress': {},
  'version-mismatch': { given: 'figure', current: 'figure' },
  'too-large': { bytes: 'count?', bytesMax: 'count?', rowsMax: 'count?' },
  'unsupported-media-type': { given: 'text?' },
  'idempotency-key-reused': {},
  'not-listed': { creditCode: 'id', on: 'day', known: 'flag', listedThrough: 'day?' },
  'cap-exceeded': { cap: 'fen', asked: 'fen', used: 'fen?', left: 'fen?', policy: 'id' },
  'questions-used-up': { creditCode: 'id', institutionId: 'organisation', on: 'day', perDay: 'count' },
  'consent-required': { creditCode: 'id', consentValidDays: 'count', policy: 'id' },
  'amount-below-minimum': { asked: 'fen', minimum: 'fen', policy: 'id' },
  'too-many-applications': { institutionId: 'organisation', open: 'count', most: 'count', policy: 'id' },
  'institution-not-admitted': {
    ...{ institutionId: 'organisation?', on: 'day', kind: 'kind?', state: 'institution-state?' },
  },
  'guarantor-required': { mode: 'mode' },
  'guarantor-not-admitted': {
    ...{ guarantorId: 'organisation?', on: 'day', kind: 'kind?', state: 'institution-state?' },
  },
  'quota-exceeded': { agreementId: 'id', quota: 'fen', asked: 'fen', left: 'fen?' },
  'agreement-not-valid': {
    ...{ agreementId: 'id', on: 'day', validUntil: 'day?' },
    ...{ institutionId: 'organisation', guarantorId: 'organisation?' },
  },
  'borrower-in-default': { creditCode: 'id', loans: 'count?' },
  'breaker-open': {
    ...{ institutionId: 'organisation', openedOn: 'day', limitBp: 'bp?', policy: 'id?' },
    ...{ compensated: 'fen?', disbursed: 'fen?', ratioBp: 'bp?' },
  },
  'amount-exceeds-applied': { asked: 'fen', applied: 'fen' },
  'amount-exceeds-approved': { asked: 'fen', approved: 'fen' },
  'amount-exceeds-outstanding': { asked: 'fen', outstanding: 'fen?', owed: 'fen?' },
  'date-out-of-range': {
    ...{ field: 'id', given: 'day', from: 'day?', to: 'day?', through: 'day?', policy: 'id?' },
    ...{ today: 'day?', newest: 'id?', newestFrom: 'day?' },
  },
  'term-too-long': { maturesOn: 'day', latest: 'day', maxTermMonths: 'count' },
  'extension-limit': { extensions: 'count?', maxExtensions: 'count?', maturesOn: 'day?', latest: 'day?' },
  'out-of-date-order': { field: 'id', given: 'day', after: 'id?', last: 'day' },
  'not-non-performing': { state: 'loan-state' },
  'claim-not-ready': { missing: 'defects' },
  'loss-exceeds-outstanding': { asked: 'fen', most: 'fen', outstanding: 'fen', countableInterest: 'fen' },
  'evidence-missing': { kind: 'evidence' },
  'document-not-valid': {
    ...{ documentId: 'id', state: 'document-state?', fileName: 'text?', contentType: 'text?' },
    ...{ bytes: 'count?', keptThrough: 'day?' },
  },
  'too-many-items': { items: 'count', itemsMax: 'count' },
  'quorum-not-met': { itemId: 'id', voted: 'count', needed: 'count', left: 'count' },
  'amount-exceeds-claimed': { itemId: 'id', asked: 'fen', claimed: 'fen' },
  'amount-exceeds-loss': { asked: 'fen', loss: 'fen', used: 'fen', left: 'fen' },
  'rate-too-high': {
    ...{ askedPpm: 'ppm', mostPpm: 'ppm', loanPrimeRateBp: 'bp', maxAnnualRateOverLprBp: 'bp', policy: 'id' },
  },
  'use-prohibited': { purpose: 'text', prohibited: 'text', policy: 'id' },
  'filed-too-late': { disbursedOn: 'day', reportedOn: 'day', latest: 'day', filingWithinDays: 'count' },
  'early-default': { defaultedOn: 'day', earliest: 'day', earlyDefaultMonths: 'count' },
  'claim-window-closed': { filedOn: 'day', nonPerformingSince: 'day', latest: 'day', claimWithinDays: 'count' },
  'public-cover-exceeded': { covered: 'fen', loss: 'fen', totalPublicCoverBp: 'bp' },
  'fund-year-ceiling': { asked: 'fen', year: 'year', fundYearCeilingFen: 'fen' },
  'leverage-exceeded': {
    ...{ asked: 'fen', outstanding: 'fen', balance: 'fen?', limit: 'fen?' },
    ...{ maxOutstandingOverFundBalance: 'figure', policy: 'id' },
  },
  'fund-insufficient': { asked: 'fen', left: 'fen', missing: 'fen' },
  'too-many-requests': {
    ...{ retryAfterSeconds: 'count?', announced: 'count?', announcedMax: 'count?', resumesOn: 'day?' },
    ...{ announcedBytes: 'count?', announcedBytesMax: 'count?', askedBytes: 'count?' },
  },
  internal: {},
  unavailable: {},
} as const satisfies Readonly<Record<string, Declared>>;

export type RefusalCode = keyof typeof refusalFacts;
export const refusalCodes = Object.keys(refusalFacts) as readonly RefusalCode[];

/** The facts of the reasons why an enterprise may apply or not, by rule. */
export const reasonFacts = {
  R5: {
    ...{ creditCode: 'id', on: 'day', known: 'flag', basis: 'basis?', suspended: 'flag?' },
    ...{ categories: 'category?', listedThrough: 'day?' },
  },
  R9: { institutionId: 'organisation', on: 'day?', kind: 'kind?', state: 'institution-state?' },
  R10: { cap: 'fen?', asked: 'fen?', roundedUp: 'fen?', used: 'fen?', left: 'fen?' },
  R16: { creditCode: 'id', loans: 'count?' },
} as const satisfies Readonly<Record<string, Declared>>;

type NamesIn<Register> = { [Key in keyof Register]: keyof Register[Key] }[keyof Register];

/** The name of any fact. */
export type FactName = NamesIn<typeof refusalFacts> | NamesIn<typeof reasonFacts>;

type Value<Kind> = Kind extends `${infer Known extends FactKind}?`
  ? FactValues[Known] | null
  : Kind extends FactKind
    ? FactValues[Kind]
    : never;
type Optional<Facts> = { [Name in keyof Facts]: Facts[Name] extends `${string}?` ? Name : never }[keyof Facts];

/** The facts that are declared so. */
export type FactsAs<Facts> = { readonly [Name in Exclude<keyof Facts, Optional<Facts>>]: Value<Facts[Name]> } & {
  readonly [Name in Optional<Facts>]?: Value<Facts[Name]>;
};

/** The facts of a refusal. */
export type FactsOf<Code extends RefusalCode> = Code extends RefusalCode ? FactsAs<(typeof refusalFacts)[Code]> : never;
