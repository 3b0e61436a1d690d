import { type Application, type ApplicationEvent, placesOf } from '../../domain/application.ts';
import type { Fen } from '../../domain/money.ts';
import { moveQuota } from '../../store/agreements.ts';
import { applicationLayout } from '../../store/applications.ts';
import type { ExposureMove } from '../../store/enterprises.ts';
import { moveExposure } from '../../store/enterprises.ts';
import { moveOpenApplications } from '../../store/open-applications.ts';
import { type Recorded, record, type Stored } from '../../store/resource.ts';
import type { Act } from '../../store/trail.ts';
import type { Write } from '../../store/transaction.ts';

/**
 * Records an application's events together with what they move: the enterprise's exposure by the difference between
 * the reservation after and before (R10, R11), the quota of the agreement likewise (R12), and an open place of
 * the institution, if those are limited.
 *
 * @param disbursedFen what a disbursement turns from reserved into outstanding: it stays in exposure and quota.
 */
export function recordApplication(
  before: Stored<Application> | null,
  applicationId: string,
  events: readonly ApplicationEvent[],
  act: Act,
  { guards, quotaFen, disbursedFen = 0, defaultsBy = 0, openMost = null }: RecordOptions,
): Recorded<Application> {
  const recorded = record(applicationLayout, applicationId, before, events, act);
  const { state } = recorded.stored;
  const heldFen = state.reservedFen + disbursedFen;
  const raiseFen = heldFen - (before?.state.reservedFen ?? 0);
  const { creditCode, institutionId } = state;
  const exposure = moveExposure({ creditCode, institutionId, raiseFen, defaultsBy, ...(guards && { guards }) });
  const moved = raiseFen !== 0 || guards ? [exposure] : [];
  return {
    ...recorded,
    writes: [
      ...recorded.writes,
      ...moved,
      ...quotaMoves(before?.state, state, heldFen, quotaFen),
      ...openMoves(before?.state, state, openMost),
    ],
  };
}

export interface RecordOptions {
  /** The conditions to repeat at the write where the command rests on listing, cap and defaults. */
  readonly guards?: NonNullable<ExposureMove['guards']>;
  /** The quota of the agreement that the application names after the command. */
  readonly quotaFen?: Fen | undefined;
  readonly disbursedFen?: Fen;
  /** How many loans more bar new applications (R16): a disbursement that was reported long after its maturity. */
  readonly defaultsBy?: number;
  /** How many applications the institution may have open, this one among them; null if that is not limited. */
  readonly openMost?: number | null;
}

function openMoves(before: Application | undefined, after: Application, most: number | null): readonly Write[] {
  const by = placesOf(after) - (before ? placesOf(before) : 0);
  return by === 0 ? [] : [moveOpenApplications(after.institutionId, by, most)];
}

function quotaMoves(
  before: Application | undefined,
  after: Application,
  heldFen: Fen,
  quotaFen = Number.MAX_SAFE_INTEGER,
): readonly Write[] {
  const moves: Write[] = [];
  const same = before?.agreementId === after.agreementId;
  if (before?.agreementId && !same) moves.push(moveQuota(before.agreementId, -before.reservedFen, quotaFen));
  const raiseFen = heldFen - (same ? (before?.reservedFen ?? 0) : 0);
  if (after.agreementId && raiseFen !== 0) moves.push(moveQuota(after.agreementId, raiseFen, quotaFen));
  return moves;
}
