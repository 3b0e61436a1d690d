import { builtInPolicies } from '../../shared/domain/built-in-policies.ts';
import { dayAt } from '../../shared/domain/calendar.ts';
import { type CreditCode, checkCharacterOf } from '../../shared/domain/credit-code.ts';
import type { CertificateImported, EnterpriseFile } from '../../shared/domain/enterprise.ts';
import { evolveEnterprise } from '../../shared/domain/enterprise-file.ts';
import type { InstitutionKind } from '../../shared/domain/institution.ts';
import { standingRecord } from '../../shared/domain/standing.ts';
import type { SubmitApplication } from '../../shared/operations/applications/submit.ts';
import { type Caller, organisationOf } from '../../shared/operations/caller.ts';
import type { CommandContext } from '../../shared/operations/command.ts';
import { noteKept } from '../../shared/operations/persons/keep-names.ts';
import type { Services } from '../../shared/operations/services.ts';
import { requestHashOf } from '../../shared/store/commands.ts';
import { enterpriseLayout, followFile, memberWrite } from '../../shared/store/enterprises.ts';
import { institutionLayout } from '../../shared/store/institutions.ts';
import { record, type Stored } from '../../shared/store/resource.ts';
import { commit, type Write } from '../../shared/store/transaction.ts';

const actor = { sub: 'fixture', org: 'office', role: 'office' };

/** A valid credit code with a number of one's choice in it. */
export function creditCode(number: number): CreditCode {
  const first17 = `91330482MA${String(number).padStart(7, '0')}`;
  return first17 + checkCharacterOf(first17);
}

export async function admit(services: Services, institutionId: string, kind: InstitutionKind = 'bank'): Promise<void> {
  const at = services.now();
  const { writes } = record(
    institutionLayout,
    institutionId,
    null,
    [
      {
        type: 'institution-applied',
        data: { institutionId, name: institutionId, kind, creditCode: creditCode(1), appliedOn: '2018-01-01' },
      },
      { type: 'admission-decided', data: { state: 'admitted', from: '2018-01-01', reason: 'fixture' } },
    ],
    { at, actor },
  );
  if ((await commit(services.database, writes)) !== 'committed') throw new Error(`${institutionId} was not admitted`);
}

/** Lists an enterprise by one certificate, as an import would. */
export async function list(
  services: Services,
  code: CreditCode,
  certificate: Parameters<typeof listing>[2] = {},
): Promise<Stored<EnterpriseFile>> {
  const { stored, writes } = listing(code, services.now(), certificate);
  if ((await commit(services.database, writes)) !== 'committed') throw new Error(`${code} was not listed`);
  return stored;
}

/** What an import of one certificate writes of a new enterprise. */
export function listing(
  code: CreditCode,
  at: string,
  { category = 'high-tech', issuedOn = '2020-01-01', validUntil = null as string | null } = {},
): { readonly stored: Stored<EnterpriseFile>; readonly writes: readonly Write[] } {
  const source = { title: 'fixture', documentNumber: null, issuedOn: null };
  const said = {
    creditCode: code,
    name: `平湖测试${code.slice(10, 17)}有限公司`,
    category,
    certificateNumber: '',
    issuedOn,
    validUntil,
    source,
    importId: 'fixture',
    row: 1,
    on: dayAt(at),
  };
  const unknown = {
    on: dayAt(at),
    listed: false,
    basis: null,
    listedSince: null,
    listedThrough: null,
    nextChangeOn: null,
    categories: [],
  };
  const bare = evolveEnterprise(null, { type: 'certificate-imported', data: { ...said, standing: unknown } });
  const standing = standingRecord(bare, builtInPolicies, dayAt(at));
  const event: CertificateImported = { type: 'certificate-imported', data: { ...said, standing } };
  const { stored, writes } = record(enterpriseLayout, code, null, [event], { at, actor });
  const members = [memberWrite('all', code), memberWrite({ category }, code)];
  return { stored, writes: [...writes, followFile(stored, at), ...members] };
}

export const bank = (org = 'rcb', sub = `bank-${org}`): Caller => ({ sub, name: sub, org, role: 'bank' });
export const office = (sub = 'office-1'): Caller => ({ sub, name: sub, org: 'office', role: 'office' });

export const finance = (sub = 'finance-1'): Caller => ({ sub, name: sub, org: 'finance-bureau', role: 'finance' });

/**
 * A command's surroundings, as its endpoint would make them, of somebody who has acted within the hour; the request's
 * hash comes from the path and body given.
 */
export function commandBy(
  services: Services,
  caller: Caller,
  key: string,
  request: { readonly path?: string; readonly body?: object; readonly ifMatch?: number } = {},
): CommandContext {
  const at = services.now();
  const { path = '/', body = {}, ifMatch = null } = request;
  const requestHash = requestHashOf('POST', path, JSON.stringify(body));
  noteKept(services, caller, at);
  return {
    caller,
    at,
    today: dayAt(at),
    key: { ...organisationOf(caller), key, requestHash },
    ifMatch,
    operator: null,
    operatorSubs: null,
  };
}

/** An application for credit with nothing out of the ordinary. */
export const anApplication = (code: CreditCode, change: Partial<SubmitApplication> = {}): SubmitApplication => ({
  creditCode: code,
  institutionId: 'rcb',
  amountFen: 100_000_000,
  termMonths: 12,
  mode: 'credit',
  guarantorId: null,
  agreementId: null,
  purpose: '研发投入',
  additionalSecurity: [],
  projectId: null,
  ownReference: null,
  consent: null,
  ...change,
});
