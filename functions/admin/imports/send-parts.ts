import type { ApiClient } from '../api/client.ts';
import type { Outcome, Problem } from '../api/problem.ts';
import { changePlan, type ImportAbout, type ImportStage, readPlan, withPart } from './import-plan.ts';
import type { PlannedImport } from './use-plan.ts';

/** What is being sent now, by plan and stage: a page that is opened again while it runs waits for the same. */
const underWay = new Map<string, Promise<Problem | null>>();

/**
 * Sends the parts of a stage that were not sent yet, one after another, each by its own key; what was answered is kept at
 * once. Answers why it stopped, or null when all are sent.
 */
export function sendParts(api: ApiClient, planned: PlannedImport, stage: ImportStage): Promise<Problem | null> {
  const name = `${stage} ${planned.plan.id}`;
  const before = underWay.get(name);
  if (before) return before;
  const sending = sendRest(api, planned, stage).finally(() => underWay.delete(name));
  underWay.set(name, sending);
  return sending;
}

async function sendRest(api: ApiClient, { plan, sheet }: PlannedImport, stage: ImportStage): Promise<Problem | null> {
  const { id } = plan;
  for (const index of sheet.parts.keys()) {
    const part = readPlan(id)?.[stage][index];
    if (!part || part.importId !== null) continue;
    const outcome = await patiently(() => sendPart(api, { plan, sheet }, stage, index, part.key));
    if (outcome.kind === 'refused') return outcome.problem;
    const { importId } = outcome.value;
    changePlan(id, (now) => withPart(now, stage, index, { ...part, importId }));
  }
  return null;
}

const pausesMs = [2_000, 5_000, 10_000];
const busy = [429, 503];

/** Sends again after a pause where the API has only no room at the moment; the key makes that safe. */
async function patiently<Value>(send: () => Promise<Outcome<Value>>): Promise<Outcome<Value>> {
  for (const pauseMs of pausesMs) {
    const outcome = await send();
    if (outcome.kind === 'done' || !busy.includes(outcome.problem.status)) return outcome;
    await new Promise((resolve) => setTimeout(resolve, pauseMs));
  }
  return send();
}

function sendPart(api: ApiClient, { plan, sheet }: PlannedImport, stage: ImportStage, index: number, key: string) {
  const rows = (sheet.parts[index] ?? []).map((row) => sheet.rows[row]);
  const { about } = plan;
  if (about === null) return api.send('/v1/loan-imports', { body: { rows }, key });
  const set = sheet.parts.length === 1 ? null : { id: plan.id, part: index + 1, parts: sheet.parts.length };
  return api.send('/v1/imports', { body: { ...listBody(about, stage), set, rows }, key });
}

/** What all parts of a list say. */
function listBody({ category, mode, title, documentNumber, issuedOn }: ImportAbout, stage: ImportStage) {
  return {
    category,
    mode,
    dryRun: stage === 'preview',
    source: { title, documentNumber: documentNumber || null, issuedOn: issuedOn ?? null },
  };
}
