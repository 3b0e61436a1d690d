import { setTimeout as sleep } from 'node:timers/promises';
import { addDays, type Day } from '../../../shared/domain/calendar.ts';
import { categorySamples, enterprisesCount, sampleRows } from './enterprises.ts';
import { sampleInstitutions } from './institutions.ts';
import { createOfficeClient, type OfficeClient } from './office-client.ts';

export interface SampleOptions {
  readonly url: string;
  /** The day on which loading began: a load that was cut off sends the same rows again. */
  readonly startedOn: Day;
  readonly say: (line: string) => void;
  readonly signal: AbortSignal;
}

const followEveryMs = 100;
const followTimesMax = 6_000;

/**
 * Fills an empty city through the system's own API: four institutions, and an import for each category, one after another.
 *
 * @throws Error when a call is refused or an import fails; what was done stays, and the next start goes on from there.
 */
export async function loadSample({ url, startedOn, say, signal }: SampleOptions): Promise<void> {
  const office = createOfficeClient(url, signal);
  for (const institution of sampleInstitutions) await admit(office, institution, addDays(startedOn, -365));
  say(`Sample city: ${sampleInstitutions.length} institutions admitted`);

  const rowsByCategory = sampleRows(startedOn);
  for (const [index, { category, title }] of categorySamples.entries()) {
    const rows = rowsByCategory.get(category) ?? [];
    const source = { title: `${title}（演示数据）`, issuedOn: startedOn };
    const { importId } = await office.post('/v1/imports', `sample-import-${category}`, {
      category,
      mode: 'merge',
      source,
      rows,
    });
    await follow(office, String(importId), signal);
    say(`Sample city: ${index + 1} of ${categorySamples.length} lists, ${rows.length} × ${category}`);
  }
  say(`Sample city: ${enterprisesCount} enterprises are on the list`);
}

async function admit(office: OfficeClient, institution: (typeof sampleInstitutions)[number], from: Day): Promise<void> {
  const { institutionId } = institution;
  await office.post('/v1/institutions', `sample-institution-${institutionId}`, institution);
  const admission = { state: 'admitted', from, reason: '演示数据：准入' };
  await office.post(`/v1/institutions/${institutionId}/admission`, `sample-admission-${institutionId}`, admission);
}

async function follow(office: OfficeClient, importId: string, signal: AbortSignal): Promise<void> {
  for (let times = 0; times < followTimesMax; times += 1) {
    const { state, rejected } = await office.get(`/v1/imports/${importId}`);
    if (state === 'done' && rejected === 0) return;
    if (state === 'done' || state === 'failed')
      throw new Error(`The import ${importId} is ${state} with ${rejected} rows rejected`);
    await sleep(followEveryMs, undefined, { signal });
  }
  throw new Error(`The import ${importId} does not come to an end`);
}
