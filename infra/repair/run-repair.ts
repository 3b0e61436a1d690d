import canonicalize from 'canonicalize';
import { faultOfOrder, faultOfSpan } from '../../shared/domain/repair.ts';
import { applyRepair, noteRestore, type Repaired } from '../../shared/operations/repairs/apply.ts';
import type { Planned } from '../../shared/operations/repairs/plan.ts';
import { planAnswers } from '../../shared/operations/repairs/plan-answers.ts';
import { planFigures } from '../../shared/operations/repairs/plan-figures.ts';
import { planFund } from '../../shared/operations/repairs/plan-fund.ts';
import { planGuards } from '../../shared/operations/repairs/plan-guards.ts';
import { planResource } from '../../shared/operations/repairs/plan-resource.ts';
import type { Services } from '../../shared/operations/services.ts';
import { type RepairOptions, type Target, UsageError } from './options.ts';

type Say = (line: string) => void;

/**
 * Shows what a repair would do and, if ordered, does it.
 *
 * @returns whether nothing is left to do or to decide: false after a refusal, or where something moved meanwhile.
 * @throws UsageError for an order that does not name two officials and a reason, or a span that cannot be.
 */
export async function runRepair(services: Services, { target, order }: RepairOptions, say: Say): Promise<boolean> {
  const fault = order && faultOfOrder(order);
  if (fault) throw new UsageError(fault);
  if (target.what === 'restore') return noteSpan(services, target.span, order, say);
  let isDone = true;
  for (const planned of await plansFor(services, target)) {
    sayPlan(planned, say);
    if (planned.kind === 'refused') isDone = false;
    if (planned.kind !== 'plan') continue;
    if (!order) say(dryRun);
    else isDone = told(await applyRepair(services, planned, order), say) && isDone;
  }
  return isDone;
}

const dryRun = 'Nothing was written. With --apply --by … --second … --reason … it is done.';

async function plansFor(services: Services, target: Exclude<Target, { what: 'restore' }>): Promise<readonly Planned[]> {
  switch (target.what) {
    case 'resource':
      return [await planResource(services, target.kind, target.id)];
    case 'guards':
      return planGuards(services, target.names);
    case 'figures':
      return planFigures(services);
    case 'fund':
      return [await planFund(services)];
    case 'answers':
      return planAnswers(services);
  }
}

async function noteSpan(
  services: Services,
  span: Extract<Target, { what: 'restore' }>['span'],
  order: RepairOptions['order'],
  say: Say,
): Promise<boolean> {
  const fault = faultOfSpan(span, services.now());
  if (fault) throw new UsageError(fault);
  say(
    `What was written after ${span.restoredTo} and up to ${span.lostUntil} is lost by a restore, and known to be so.`,
  );
  if (order) return told(await noteRestore(services, span, order), say);
  say(dryRun);
  return true;
}

function sayPlan({ subject, notes, ...planned }: Planned, say: Say): void {
  say(`${subject}: ${planned.kind === 'plan' ? 'to repair' : planned.kind}`);
  for (const note of notes) say(`  ${note}`);
  if (planned.kind !== 'plan') return;
  for (const { what, before, after } of planned.changes) {
    say(`  ${what}`);
    // In one order of keys, so that a reader can hold the two lines against each other.
    say(`    before ${canonicalize(before)}`);
    say(`    after  ${canonicalize(after)}`);
  }
}

function told(repaired: Repaired, say: Say): boolean {
  if (repaired.kind === 'repaired') say(`Done, as ${repaired.repairId}.`);
  else say('Something has moved meanwhile; nothing was written. Run it again.');
  return repaired.kind === 'repaired';
}
