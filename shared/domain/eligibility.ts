import type { Day } from './calendar.ts';
import { roundedUpToStep } from './eligibility-question.ts';
import type { EnterpriseFile } from './enterprise.ts';
import { type Institution, institutionStateOn } from './institution.ts';
import type { Exposure } from './lending.ts';
import type { Fen } from './money.ts';
import { type PolicyBook, type PolicyVersion, policyOn } from './policy.ts';
import type { FactsAs, reasonFacts } from './refusal-facts.ts';
import { standingOn, standingRecord } from './standing.ts';

export interface EligibilityQuestion {
  readonly creditCode: string;
  /** null where the code is not known (R5: then it is simply not listed). */
  readonly enterprise: EnterpriseFile | null;
  readonly exposure: Exposure;
  /** The bank that asks, for R9 and for the steps of R10; null if no bank asks. */
  readonly bank: { readonly institutionId: string; readonly institution: Institution | null } | null;
  readonly book: PolicyBook;
  readonly on: Day;
  readonly amountFen: Fen | null;
  /** Whether the asker may see what is used and left of the cap (R10), and how many loans are in default (R16). */
  readonly showsExposure: boolean;
}

type ReasonFacts<Rule extends keyof typeof reasonFacts> = FactsAs<(typeof reasonFacts)[Rule]>;

export type EligibilityReason = {
  readonly [Rule in keyof typeof reasonFacts]: {
    readonly rule: Rule;
    readonly ok: boolean;
    readonly facts: ReasonFacts<Rule>;
  };
}[keyof typeof reasonFacts];

export interface EligibilityAnswer {
  /** Whether it may apply at all; for who may see the exposure also whether anything is left of the cap. */
  readonly eligible: boolean;
  readonly on: Day;
  readonly policy: string | null;
  readonly reasons: readonly EligibilityReason[];
  /** Whether the asked amount fits under the cap; null if none was asked, or if the asker may not know. */
  readonly sufficient: boolean | null;
}

/**
 * Tells, rule by rule, whether an enterprise may apply on a day (R5, R9, R10, R16), by the version in force that day and
 * the exposure of now. R10 is for those who may see the exposure: of the amount asked, or of a single fen if none is. A bank
 * that may not is told whether an asked amount, rounded up to whole steps, fits; nobody else is told anything of it.
 */
export function eligibility(question: EligibilityQuestion): EligibilityAnswer {
  const { book, on, amountFen, bank } = question;
  const policy = policyOn(book, on);
  const fits = (asked: Fen): boolean => policy !== null && question.exposure.exposureFen + asked <= capOf(policy);
  const listing = listingReason(question);
  const admission = bank ? [admissionReason(bank, on)] : [];
  const defaults = defaultsReason(question, policy);
  const others = [listing, ...admission, defaults];
  const judgedFen = judgedAmount(question);
  const ok = judgedFen !== null && fits(judgedFen);
  const cap: EligibilityReason = { rule: 'R10', ok, facts: capFacts(question, policy, judgedFen) };
  return {
    // Whether a single fen is left is finer than a step, so that it counts only for who may see it.
    eligible: others.every((reason) => reason.ok) && (!question.showsExposure || fits(1)),
    on,
    policy: policy?.policyId ?? null,
    reasons: [listing, ...admission, ...(judgedFen === null ? [] : [cap]), defaults],
    sufficient: amountFen === null || judgedFen === null ? null : ok,
  };
}

/** The amount that the cap is held against for this asker; null if nothing may be said of it. */
function judgedAmount({ showsExposure, bank, amountFen }: EligibilityQuestion): Fen | null {
  if (showsExposure) return amountFen ?? 1;
  return bank && amountFen !== null ? roundedUpToStep(amountFen) : null;
}

const capOf = (policy: PolicyVersion): Fen => policy.parameters.enterpriseCapFen;

function listingReason({ creditCode, enterprise, book, on }: EligibilityQuestion): EligibilityReason {
  if (!enterprise) return { rule: 'R5', ok: false, facts: { creditCode, on, known: false } };
  const { listed, basis, suspended, categories } = standingOn(enterprise, book, on);
  const { listedThrough } = standingRecord(enterprise, book, on);
  const facts = { creditCode, on, known: true, basis, suspended, categories: categories.join(', '), listedThrough };
  return { rule: 'R5', ok: listed, facts };
}

function admissionReason(
  { institutionId, institution }: NonNullable<EligibilityQuestion['bank']>,
  on: Day,
): EligibilityReason {
  const state = institution ? institutionStateOn(institution, on) : null;
  const ok = institution?.kind === 'bank' && state === 'admitted';
  return { rule: 'R9', ok, facts: { institutionId, on, kind: institution?.kind ?? null, state } };
}

function capFacts(
  { exposure, amountFen, showsExposure }: EligibilityQuestion,
  policy: PolicyVersion | null,
  judgedFen: Fen | null,
): ReasonFacts<'R10'> {
  const cap = policy ? capOf(policy) : null;
  const asked = { cap, asked: amountFen };
  if (!showsExposure) return { ...asked, roundedUp: judgedFen };
  return { ...asked, used: exposure.exposureFen, left: cap === null ? null : Math.max(0, cap - exposure.exposureFen) };
}

function defaultsReason(
  { exposure, creditCode, showsExposure }: EligibilityQuestion,
  policy: PolicyVersion | null,
): EligibilityReason {
  const ok = !policy?.parameters.blockOnDefault || exposure.defaults === 0;
  // How many of its loans failed at other institutions is as little for everybody as what they lent.
  return { rule: 'R16', ok, facts: showsExposure ? { creditCode, loans: exposure.defaults } : { creditCode } };
}
