import type { Agreement } from '../domain/agreement.ts';
import type { CreditCode } from '../domain/credit-code.ts';
import type { EnterpriseFile } from '../domain/enterprise.ts';
import type { Institution } from '../domain/institution.ts';
import type { LendingFacts } from '../domain/lending.ts';
import type { Leverage } from '../domain/leverage.ts';
import type { PolicyVersion } from '../domain/policy.ts';
import { agreementLayout, type QuotaItem, quotaKey } from '../store/agreements.ts';
import type { ItemKey } from '../store/database.ts';
import { enterpriseLayout, type GuardItem, guardKey } from '../store/enterprises.ts';
import { lossesIn } from '../store/institution-losses.ts';
import { institutionLayout } from '../store/institutions.ts';
import { openApplicationsIn } from '../store/open-applications.ts';
import { bookIn } from '../store/policy-book.ts';
import type { Items } from '../store/read.ts';
import { keyOfResource, type Stored, storedIn } from '../store/resource.ts';

/** Whom a command about lending concerns. */
export interface LendingParties {
  readonly creditCode: CreditCode;
  readonly institutionId: string;
  readonly guarantorId: string | null;
  readonly agreementId: string | null;
}

/** The facts for the rules, and the items as stored, for the conditions of the write. */
export interface LendingItems {
  readonly facts: LendingFacts;
  readonly enterprise: Stored<EnterpriseFile> | null;
  readonly guard: GuardItem | undefined;
  readonly institution: Stored<Institution> | null;
  readonly guarantor: Stored<Institution> | null;
  readonly agreement: Stored<Agreement> | null;
}

/** What no single item says. */
export interface LendingSeen {
  /** Where the leverage stands, for what asks it and where the version limits it. */
  readonly leverage: Leverage | null;
  /** Loans of the enterprise that bar new applications by the days alone (R16, R19), for what asks it. */
  readonly unmarkedDefaults: number;
}

export const nothingSeen: LendingSeen = { leverage: null, unmarkedDefaults: 0 };

/** Every item that the rules about lending look at (R5, R9, R10, R12, R16). */
export function lendingKeys({
  creditCode,
  institutionId,
  guarantorId,
  agreementId,
}: LendingParties): readonly ItemKey[] {
  const keys = [
    keyOfResource(enterpriseLayout, creditCode),
    guardKey(creditCode),
    keyOfResource(institutionLayout, institutionId),
  ];
  if (guarantorId !== null) keys.push(keyOfResource(institutionLayout, guarantorId));
  if (agreementId !== null) keys.push(keyOfResource(agreementLayout, agreementId), quotaKey(agreementId));
  return keys;
}

/** Puts together what was read, the policy book among it. `policy` is the version that judges. */
export function lendingItems(
  items: Items,
  { creditCode, institutionId, guarantorId, agreementId }: LendingParties,
  policy: PolicyVersion,
  { leverage, unmarkedDefaults }: LendingSeen,
): LendingItems {
  const enterprise = storedIn(items, enterpriseLayout, creditCode);
  const guard = items.get<GuardItem>(guardKey(creditCode));
  const institution = storedIn(items, institutionLayout, institutionId);
  const guarantor = guarantorId === null ? null : storedIn(items, institutionLayout, guarantorId);
  const agreement = agreementId === null ? null : storedIn(items, agreementLayout, agreementId);
  const quota = agreementId === null ? undefined : items.get<QuotaItem>(quotaKey(agreementId));
  const facts: LendingFacts = {
    creditCode,
    enterprise: enterprise?.state ?? null,
    exposure: { exposureFen: guard?.exposureFen ?? 0, defaults: (guard?.defaults ?? 0) + unmarkedDefaults },
    institutionId,
    institution: institution?.state ?? null,
    guarantor: guarantor?.state ?? null,
    agreement: agreement?.state ?? null,
    quotaUsedFen: quota?.usedFen ?? 0,
    openApplications: openApplicationsIn(items, institutionId),
    losses: lossesIn(items, institutionId),
    leverage,
    book: bookIn(items),
    policy,
  };
  return { facts, enterprise, guard, institution, guarantor, agreement };
}
