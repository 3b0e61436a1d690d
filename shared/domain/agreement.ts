import type { Day } from './calendar.ts';
import type { DomainEvent } from './event.ts';
import type { Bp, Fen } from './money.ts';

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
  readonly data: Omit<Agreement, never> & { readonly parties: readonly string[] };
}

export type AgreementEvent = AgreementSigned;

/** Whether an application of this institution and guarantor may name the agreement on a day (R12). */
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
