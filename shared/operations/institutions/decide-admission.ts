import { type Admission, decideAdmission as decide } from '../../domain/institution.ts';
import type { CommandContext, Outcome } from '../command.ts';
import type { Services } from '../services.ts';
import { changeInstitution } from './change-institution.ts';

/** Admits, suspends or withdraws an institution from a day that may be past or ahead (R9). Refusal: `state-conflict`. */
export const decideAdmission = (
  services: Services,
  context: CommandContext,
  institutionId: string,
  admission: Admission,
): Promise<Outcome> =>
  changeInstitution(services, context, institutionId, { decide: (institution) => decide(institution, admission) });
