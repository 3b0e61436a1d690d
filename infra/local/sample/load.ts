import { setTimeout as sleep } from 'node:timers/promises';
import { builtInPolicies } from '../../../shared/domain/built-in-policies.ts';
import { addDays, type Day, lastDay } from '../../../shared/domain/calendar.ts';
import { policyOn } from '../../../shared/domain/policy.ts';
import { type ApiClient, createApiClient } from './api-client.ts';
import { type SampleEnterprise, sampleEnterprises, sampleRows, samplesOn, withoutLoans } from './enterprises.ts';
import { firstCase } from './first-case.ts';
import type { PlayFirstCase } from './history.ts';
import { sampleInstitutions } from './institutions.ts';
import { type SampleLoan, sampleLoans } from './loans.ts';

export interface SampleOptions {
  readonly url: string;
  /** The day on which loading began: a load that was cut off sends the same rows again. */
  readonly startedOn: Day;
  readonly say: (line: string) => void;
  readonly signal: AbortSignal;
  readonly play: PlayFirstCase;
}

const followEveryMs = 100;
const followTimesMax = 6_000;
/** The day from which the first institutions are admitted, and the days that a first loan takes. */
const firstDay = builtInPolicies[0]?.effectiveFrom ?? '';
const daysToBegin = 31;
/** What a claim must come with. */
const claimPapers = policyOn(builtInPolicies, lastDay)?.parameters.requiredEvidence ?? [];

/**
 * Fills an empty city through the system's own API: the institutions, an import for each category, one after another,
 * and the loans of the years before; the first compensation by the system's own operations, each at its own instant.
 *
 * @throws Error when a call is refused or an import fails; what was done stays, and the next start goes on from there.
 */
export async function loadSample({ url, startedOn, say, signal, play }: SampleOptions): Promise<void> {
  if (startedOn < addDays(firstDay, daysToBegin)) {
    say(`Sample city: none, because the first policy version takes effect on ${firstDay}`);
    return;
  }
  const office = createApiClient(url, 'office-1', signal);
  for (const institution of sampleInstitutions) await admit(office, institution);
  say(`Sample city: ${sampleInstitutions.length} institutions admitted`);

  const enterprises = sampleEnterprises(startedOn);
  await importLists(office, enterprises, { startedOn, say, signal });
  say(`Sample city: ${enterprises.length} enterprises are on the list`);

  const borrower = enterprises[withoutLoans]?.creditCode ?? '';
  const story = firstCase(startedOn);
  const { compensatedFen } = await play(borrower, story);
  say(`Sample city: the first compensation, ${(compensatedFen / 100).toLocaleString('en-US')} yuan`);

  const loans = sampleLoans(enterprises, startedOn);
  const { importId } = await office.post('/v1/loan-imports', 'sample-loans', { rows: loans });
  await follow(office, String(importId), signal);
  const trouble = await reportTrouble(url, loans, startedOn, signal);
  say(`Sample city: ${loans.length + 1} loans, ${trouble}`);
}

async function admit(office: ApiClient, institution: (typeof sampleInstitutions)[number]): Promise<void> {
  const { institutionId } = institution;
  await office.post('/v1/institutions', `sample-institution-${institutionId}`, institution);
  const admission = { state: 'admitted', from: firstDay, reason: '演示数据：准入' };
  await office.post(`/v1/institutions/${institutionId}/admission`, `sample-admission-${institutionId}`, admission);
}

async function importLists(
  office: ApiClient,
  enterprises: readonly SampleEnterprise[],
  { startedOn, say, signal }: Pick<SampleOptions, 'startedOn' | 'say' | 'signal'>,
): Promise<void> {
  const rowsByCategory = sampleRows(enterprises);
  const samples = samplesOn(startedOn);
  for (const [index, { category, title }] of samples.entries()) {
    const rows = rowsByCategory.get(category) ?? [];
    const source = { title: `${title}（演示数据）`, issuedOn: startedOn };
    const { importId } = await office.post('/v1/imports', `sample-import-${category}`, {
      category,
      mode: 'merge',
      source,
      rows,
    });
    await follow(office, String(importId), signal);
    say(`Sample city: ${index + 1} of ${samples.length} lists, ${rows.length} × ${category}`);
  }
}

async function follow(office: ApiClient, importId: string, signal: AbortSignal): Promise<void> {
  for (let times = 0; times < followTimesMax; times += 1) {
    const { state, rejected } = await office.get(`/v1/imports/${importId}`);
    if (state === 'done' && rejected === 0) return;
    if (state === 'done' || state === 'failed')
      throw new Error(`The import ${importId} is ${state} with ${rejected} rows rejected`);
    await sleep(followEveryMs, undefined, { signal });
  }
  throw new Error(`The import ${importId} does not come to an end`);
}

/** What the city's own bank reports of its loans in trouble: those lost are written off, one more is claimed for. */
async function reportTrouble(url: string, loans: readonly SampleLoan[], on: Day, signal: AbortSignal): Promise<string> {
  const bank = createApiClient(url, 'bank-rcb', signal);
  const idOf = async (contractNumber: string): Promise<string> => {
    const found = await bank.get(`/v1/loans?contractNumber=${encodeURIComponent(contractNumber)}`);
    const [loan] = found.items as readonly { readonly loanId: string }[];
    if (!loan) throw new Error(`The loan of contract ${contractNumber} is not there`);
    return loan.loanId;
  };
  const own = loans.filter(({ institutionId }) => institutionId === 'rcb');
  const lost = own.filter((loan) => loan.class === 'loss');
  for (const { contractNumber } of lost) {
    const body = { on, reason: '演示数据：追索无果，核销' };
    const path = `/v1/loans/${await idOf(contractNumber)}/write-off`;
    await bank.post(path, keyOf('write-off', contractNumber), body);
  }
  const claimed = claimable(own, on).slice(0, 1);
  for (const { contractNumber, outstandingFen } of claimed) {
    const evidence = claimPapers.map((kind) => ({ kind, reference: `演示数据：${contractNumber}` }));
    const body = {
      principalLossFen: outstandingFen,
      interestLossFen: 0,
      evidence,
      statement: '演示数据：借款人已停产',
    };
    const path = `/v1/loans/${await idOf(contractNumber)}/claims`;
    await bank.post(path, keyOf('claim', contractNumber), body);
  }
  return `${lost.length} written off, ${claimed.length} claimed for`;
}

/** Non-performing for less than the days within which a claim is filed. */
export const claimable = (loans: readonly SampleLoan[], on: Day): readonly SampleLoan[] =>
  loans.filter(
    (loan) => (loan.class === 'substandard' || loan.class === 'doubtful') && loan.maturesOn > addDays(on, -365),
  );

const keyOf = (act: string, contractNumber: string): string => `sample-${act}-${contractNumber}`;
