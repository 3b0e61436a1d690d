import type { Agreement } from '../../domain/agreement.ts';
import type { Fen } from '../../domain/money.ts';
import type { Stored } from '../../store/resource.ts';
import { type Caller, isOfInstitution, seesAll } from '../caller.ts';

/** An agreement and how much of its quota is used. */
export interface AgreementReading {
  readonly stored: Stored<Agreement>;
  readonly usedFen: Fen;
}

/** Parties see their agreements. */
export const mayReadAgreement = (caller: Caller, { parties }: Agreement): boolean =>
  seesAll(caller) || parties.some((party) => isOfInstitution(caller, party));

/** An agreement as the API shows it. */
export const agreementView = ({ stored: { state, version }, usedFen }: AgreementReading) => ({
  agreementId: state.agreementId,
  kind: state.kind,
  parties: state.parties,
  signedOn: state.signedOn,
  validUntil: state.validUntil,
  quotaFen: state.quotaFen,
  feeBp: state.feeBp,
  usedFen,
  leftFen: Math.max(0, state.quotaFen - usedFen),
  version,
});
