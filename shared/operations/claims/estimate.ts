import { workingStepView } from '../../contracts/working-texts.ts';
import type { LoanMode } from '../../domain/application.ts';
import { type Day, yearOf } from '../../domain/calendar.ts';
import { type Institution, institutionStateOn } from '../../domain/institution.ts';
import type { Fen } from '../../domain/money.ts';
import { payoutOf } from '../../domain/payout.ts';
import { policyOn } from '../../domain/policy.ts';
import { type Refusal, refusedBy } from '../../domain/refusal.ts';
import { institutionLayout } from '../../store/institutions.ts';
import { bookIn, policyBookKey } from '../../store/policy-book.ts';
import { keyOfResource, storedIn } from '../../store/resource.ts';
import { type CommandContext, type Outcome, runCommand } from '../command.ts';
import { refusalOfOperator } from '../resource-checks.ts';
import type { Services } from '../services.ts';
import { yearUseIn, yearUseKeys } from './year-use.ts';

export interface EstimateCompensation {
  readonly mode: LoanMode;
  readonly lossFen: Fen;
  readonly institutionId: string | null;
  readonly on: Day | null;
}

/**
 * Tells what a loss would bring by the version in force on a day, today by default, with what settlements of that year
 * have taken of an institution's cap as far as the caller may know it. Nothing comes of it but the answer, kept with its
 * key like every other.
 *
 * Refusals in order: `forbidden` (a bank names another), `date-out-of-range` (before the first version),
 * `institution-not-admitted` (no bank of that id).
 */
export async function estimateCompensation(
  services: Services,
  context: CommandContext,
  { mode, lossFen, institutionId, on: asked }: EstimateCompensation,
): Promise<Outcome> {
  const { caller, today } = context;
  if (caller.role === 'bank' && institutionId !== null && institutionId !== caller.org) {
    return refusedBy(null, 'forbidden', { named: institutionId, own: caller.org });
  }
  const on = asked ?? today;
  const year = yearOf(on);
  const ofInstitution =
    institutionId === null
      ? []
      : [keyOfResource(institutionLayout, institutionId), ...yearUseKeys(institutionId, year)];
  return runCommand(services, context, {
    reads: [policyBookKey, ...ofInstitution],
    decide: (items) => {
      const refusal = refusalOfOperator(context);
      if (refusal) return refusal;
      const book = bookIn(items);
      const policy = policyOn(book, on);
      if (!policy) {
        return refusedBy('R1', 'date-out-of-range', { field: 'on', given: on, from: book[0]?.effectiveFrom ?? null });
      }
      const institution = institutionId === null ? null : storedIn(items, institutionLayout, institutionId);
      const unknown = institutionId === null ? null : refusalOfBank(institutionId, institution?.state ?? null, on);
      if (unknown) return unknown;
      const usedFen = institutionId === null ? null : yearUseIn(items, caller, institutionId, year).institutionFen;
      const { shares, uncoveredFen, working } = payoutOf({ mode, lossFen, year, usedFen }, policy.parameters);
      const said = { mode, institutionId, on, policy: policy.policyId };
      return {
        kind: 'change',
        writes: [],
        status: 200,
        body: { ...said, lossFen, shares, uncoveredFen, working: working.map(workingStepView) },
        version: null,
        isWithoutEffect: true,
      };
    },
  });
}

/** Suspended and withdrawn banks go on claiming (R9). */
function refusalOfBank(institutionId: string, institution: Institution | null, on: Day): Refusal | null {
  if (institution?.kind === 'bank') return null;
  const state = institution ? institutionStateOn(institution, on) : null;
  return refusedBy('R9', 'institution-not-admitted', { institutionId, on, kind: institution?.kind ?? null, state });
}
