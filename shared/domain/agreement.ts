import { addDays, type Day } from './calendar.ts';
import type { DomainEvent } from './event.ts';
import type { Institution } from './institution.ts';
import type { Bp, Fen } from './money.ts';
import { accepted, type Decision, type Refusal, refusedBy } from './refusal.ts';

export const agreementKinds = ['three-party', 'guarantee'] as const;
export type AgreementKind = (typeof agreementKinds)[number];

/** A guarantee agreement (担保合作协议), such as the three-party 科政保 one, with the quota that its loans must fit (R12). */
export interface Agreement {
  readonly agreementId: string;
  readonly kind: AgreementKind;
  readonly parties: readonly string[];
  readonly signedOn: Day;
  readonly validUntil: Day;
  readonly quotaFen: Fen;
  readonly feeBp: Bp | null;
}

export interface AgreementSigned extends DomainEvent {
  readonly type: 'agreement-signed';
  readonly data: { readonly [Field in keyof Agreement]: Agreement[Field] };
}

export type AgreementEvent = AgreementSigned;

/**
 * Decides whether an agreement may be entered (R12). `partiesFound` are the parties in their order, null where none is
 * known by that id. They need not be admitted yet: that is asked of every application that names the agreement.
 *
 * Refusals in order: `institution-not-admitted` (a party that is not known, or no bank among them),
 * `guarantor-not-admitted` (no guarantor among them), `date-out-of-range` (signed after today, or no longer valid than
 * the day of signing).
 */
export function decideAgreement(
  agreement: Agreement,
  partiesFound: readonly (Institution | null)[],
  today: Day,
): Decision<AgreementEvent> {
  const parties = [...new Set(agreement.parties)];
  return (
    refusalOfParties(agreement.parties, partiesFound, today) ??
    refusalOfDays(agreement, today) ??
    accepted({ type: 'agreement-signed', data: { ...agreement, parties } })
  );
}

function refusalOfParties(
  parties: readonly string[],
  found: readonly (Institution | null)[],
  today: Day,
): Refusal | null {
  const unknown = parties.find((_, index) => !found[index]);
  if (unknown !== undefined || !found.some((party) => party?.kind === 'bank')) {
    const institutionId = unknown ?? null;
    return refusedBy('R12', 'institution-not-admitted', { institutionId, on: today, kind: null, state: null });
  }
  if (found.some((party) => party?.kind === 'guarantor')) return null;
  return refusedBy('R12', 'guarantor-not-admitted', { guarantorId: null, on: today, kind: null, state: null });
}

function refusalOfDays({ signedOn, validUntil }: Agreement, today: Day): Refusal | null {
  if (signedOn > today) {
    return refusedBy('R12', 'date-out-of-range', { field: 'signedOn', given: signedOn, through: today });
  }
  if (validUntil > signedOn) return null;
  const from = addDays(signedOn, 1);
  return refusedBy('R12', 'date-out-of-range', { field: 'validUntil', given: validUntil, from });
}

/**
 * Whether an application of this institution and guarantor may name the agreement on a day (R12): from the day of
 * signing through `validUntil`. The end stops what is applied for, or resubmitted, after it. What was applied for in
 * time keeps its guarantee and its part of the quota and may still be confirmed, by an official, and disbursed: the
 * guarantor took it on while the agreement held, and its quota has been kept for it since.
 */
export function agreementCovers(agreement: Agreement, institutionId: string, guarantorId: string, day: Day): boolean {
  return (
    agreement.parties.includes(institutionId) &&
    agreement.parties.includes(guarantorId) &&
    agreement.signedOn <= day &&
    day <= agreement.validUntil
  );
}

export function evolveAgreement(_state: Agreement | null, event: AgreementEvent): Agreement {
  return event.data;
}
