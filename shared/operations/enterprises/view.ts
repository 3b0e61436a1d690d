import type { Day } from '../../domain/calendar.ts';
import type { Certificate, Source } from '../../domain/enterprise.ts';
import { type PolicyVersion, policyOn } from '../../domain/policy.ts';
import { certificateStateOn, graceDaysOf, periodOn, standingRecord } from '../../domain/standing.ts';
import { exposureByInstitution } from '../../store/enterprises.ts';
import type { Caller } from '../caller.ts';
import { seesExposure, seesInstitutions } from './access.ts';
import type { EnterpriseItems } from './read-enterprise.ts';

/** An enterprise as the API shows it to a caller, with its standing computed for today (R7). */
export function enterpriseView({ stored, guard, book }: EnterpriseItems, caller: Caller, today: Day) {
  const { state, version } = stored;
  const { creditCode, name, formerNames, certificates } = state;
  const policy = policyOn(book, today);
  const { listed, listedSince, basis, nextChangeOn } = standingRecord(state, book, today);
  const shows = seesExposure(caller, creditCode, guard);
  const exposureFen = shows ? (guard?.exposureFen ?? 0) : null;
  const capFen = shows ? (policy?.parameters.enterpriseCapFen ?? 0) : null;
  return {
    creditCode,
    name,
    formerNames,
    listed,
    listedSince,
    basis,
    qualifications: certificates.map((certificate) => qualification(certificate, policy, today)),
    exposureFen,
    capFen,
    leftFen: exposureFen === null || capFen === null ? null : Math.max(0, capFen - exposureFen),
    exposureByInstitution: seesInstitutions(caller, creditCode) ? exposureByInstitution(guard) : null,
    nextChangeOn,
    version,
  };
}

function qualification(certificate: Certificate, policy: PolicyVersion | null, today: Day) {
  const { category, certificateNumber } = certificate;
  const period = periodOn(certificate, today);
  return {
    category,
    certificateNumber,
    issuedOn: period?.issuedOn ?? null,
    validUntil: period?.validUntil ?? null,
    state: certificateStateOn(certificate, today, policy ? graceDaysOf(policy, category) : 0),
    source: period ? sourceView(period.source) : null,
  };
}

/** Stored maps come back in any order; an answer's fields keep theirs. */
const sourceView = ({ title, documentNumber, issuedOn }: Source) => ({ title, documentNumber, issuedOn });
