import type { ResourceKind } from '../../domain/event.ts';
import { isLost, type RestoredSpan } from '../../domain/repair.ts';
import type { Item } from '../../store/database.ts';
import { readItems } from '../../store/read.ts';
import { readRestores } from '../../store/repairs.ts';
import { scanAll } from '../../store/scan.ts';
import { eventKey } from '../../store/trail.ts';
import { type Planned, type RepairPlan, type RepairServices, writesInRepair } from './plan.ts';

/** By the first of these fields an answer says which resource it is of. */
const idFields = {
  applicationId: 'applications',
  loanId: 'loans',
  claimId: 'claims',
  meetingId: 'meetings',
  inclusionId: 'inclusions',
  importId: 'imports',
  policyId: 'policies',
  agreementId: 'agreements',
  documentId: 'documents',
  institutionId: 'institutions',
  appropriationId: 'fund',
} as const satisfies Readonly<Record<string, ResourceKind>>;

/** A point-in-time restore may keep an answer of the second before it, whose event it has lost. */
const beforeRestoreMs = 2_000;

/**
 * Plans to forget answers whose event a noted restore has lost, so that whoever repeats the command is not told of an effect
 * that is gone. An answer that names no resource and version cannot be judged, and stays. Writes nothing.
 */
export async function planAnswers({ database }: RepairServices): Promise<readonly Planned[]> {
  const spans = (await readRestores(database)).map(widened);
  if (spans.length === 0) return [refusedOf(['No restore is noted: note it first (--note-restore).'])];
  const judged: { readonly record: Item; readonly of: ReturnType<typeof resourceOf> }[] = [];
  for await (const record of scanAll(database, 'commands')) {
    if (isLost(spans, String(record.at))) judged.push({ record, of: resourceOf(record) });
  }
  const keys = judged.flatMap(({ of }) => (of ? [eventKey(of.kind, of.id, of.version)] : []));
  const events = await readItems(database, keys, 'key');
  const unproven = judged.filter(({ of }) => of && !events.get(eventKey(of.kind, of.id, of.version)));
  const unknown = judged.filter(({ of }) => !of);
  const plans: Planned[] = [];
  for (let start = 0; start < unproven.length; start += writesInRepair) {
    plans.push(planOf(unproven.slice(start, start + writesInRepair).map(({ record }) => record)));
  }
  if (unknown.length > 0) {
    plans.push(refusedOf(unknown.map(({ record }) => `${record.pk}: its answer names no resource and version.`)));
  }
  if (plans.length > 0) return plans;
  return [{ kind: 'in-order', subject: 'answers', notes: [`${judged.length} answers of that time have their event.`] }];
}

const widened = ({ restoredTo, lostUntil }: RestoredSpan): RestoredSpan => ({
  restoredTo: new Date(Date.parse(restoredTo) - beforeRestoreMs).toISOString(),
  lostUntil,
});

/** The resource that an answer is of, and the version that its command gave it. */
function resourceOf({ body, headers }: Item) {
  const version = Number(/^"(\d+)"$/.exec((headers as { etag?: string } | undefined)?.etag ?? '')?.[1]);
  const fields = Object.entries(JSON.parse(String(body)) as Readonly<Record<string, unknown>>);
  const [field, id] = fields.find(([name]) => Object.hasOwn(idFields, name)) ?? [];
  if (!field || typeof id !== 'string' || !Number.isSafeInteger(version)) return null;
  return { kind: idFields[field as keyof typeof idFields] as ResourceKind, id, version };
}

const refusedOf = (notes: readonly string[]): Planned => ({ kind: 'refused', subject: 'answers', notes });

function planOf(records: readonly Item[]): RepairPlan {
  return {
    kind: 'plan',
    subject: 'answers',
    notes: [],
    // The answer itself may name persons and amounts; which it was is said by its key and its request's hash.
    changes: records.map(({ pk, requestHash, status, at }) => ({
      what: String(pk),
      before: { requestHash, status, at },
      after: null,
    })),
    writes: records.map(({ pk, runId }) => ({
      kind: 'remove',
      table: 'commands',
      key: { pk: String(pk) },
      condition: { expression: '#run = :run', names: { '#run': 'runId' }, values: { ':run': runId } },
    })),
  };
}
