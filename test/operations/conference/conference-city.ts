import { builtInPolicies } from '../../../shared/domain/built-in-policies.ts';
import { policyNamed } from '../../../shared/domain/policy.ts';
import type { Caller } from '../../../shared/operations/caller.ts';
import type { CommandContext, Outcome } from '../../../shared/operations/command.ts';
import { type SubmitInclusionRequest, submitInclusion } from '../../../shared/operations/inclusions/submit.ts';
import { carryOutMeeting } from '../../../shared/operations/meetings/carry-out.ts';
import { castVote } from '../../../shared/operations/meetings/cast-vote.ts';
import { type ConveneMeeting, conveneMeeting } from '../../../shared/operations/meetings/convene.ts';
import { resolveMeeting } from '../../../shared/operations/meetings/resolve.ts';
import type { Services } from '../../../shared/operations/services.ts';
import type { Doorbell } from '../../../shared/store/doorbell.ts';
import { jobKey, readJobsDue, toJob } from '../../../shared/store/outbox.ts';
import { readItems } from '../../../shared/store/read.ts';
import { bank, commandBy, office } from '../../support/fixtures.ts';
import { answerOf } from '../../support/lending.ts';

export const units = policyNamed(builtInPolicies, 'measures-2024').parameters.conferenceUnits;
export const member = (unit: string): Caller => ({ sub: `member-${unit}`, name: unit, org: unit, role: 'member' });
export const always = { hasTime: () => true };

let keys = 0;
/** A command's surroundings with a key of its own. */
export function anew(services: Services, caller: Caller = office()): CommandContext {
  keys += 1;
  return commandBy(services, caller, `conference-${keys}`);
}

export const aRequest = (creditCode: string, change: Partial<SubmitInclusionRequest> = {}): SubmitInclusionRequest => ({
  creditCode,
  name: `平湖纳入${creditCode.slice(10, 17)}有限公司`,
  innovationNeed: '新型膜材料中试',
  financingLack: '无抵押物，未取得资质',
  evidence: [],
  validUntil: null,
  ...change,
});

export const aMeeting = (change: Partial<ConveneMeeting> = {}): ConveneMeeting => ({
  title: '联席会议',
  convenesOn: '2026-03-02',
  claimIds: [],
  inclusionIds: [],
  number: null,
  form: 'meeting',
  votingClosesAt: null,
  ...change,
});

/** A bank asks for an inclusion; tells its id. */
export async function ask(
  services: Services,
  code: string,
  change: Partial<SubmitInclusionRequest> = {},
  by: Caller = bank(),
): Promise<string> {
  return String(answerOf(await submitInclusion(services, anew(services, by), aRequest(code, change))).inclusionId);
}

export async function convene(services: Services, change: Partial<ConveneMeeting>): Promise<string> {
  return String(answerOf(await conveneMeeting(services, anew(services), aMeeting(change))).meetingId);
}

/** Units vote in their order, a word each, on an item. */
export async function voteAll(
  services: Services,
  meetingId: string,
  itemId: string,
  words: readonly ('approve' | 'reject' | 'abstain' | 'recuse')[],
): Promise<void> {
  for (const [index, vote] of words.entries()) {
    const ballot = { itemId, vote, assessedFen: null, opinion: null };
    answerOf(await castVote(services, anew(services, member(units[index] ?? '')), meetingId, ballot));
  }
}

export const approvals = units.map(() => 'approve' as const);

export const resolve = (services: Services, meetingId: string, sub = 'office-1'): Promise<Outcome> =>
  resolveMeeting(services, anew(services, office(sub)), meetingId, []);

/** The doorbells of every job of the conference that is in the outbox. */
export async function doorbells({ database }: Services): Promise<readonly Doorbell[]> {
  const found: Doorbell[] = [];
  for await (const jobId of readJobsDue(database, '9999')) {
    const item = (await readItems(database, [jobKey(jobId)])).get(jobKey(jobId));
    if (item && toJob(item).queue === 'conference')
      found.push({ schemaVersion: 1, jobId, message: toJob(item).message });
  }
  return found;
}

/** Does every job of the conference that is in the outbox. */
export async function workConference(services: Services): Promise<void> {
  for (const doorbell of await doorbells(services))
    await carryOutMeeting(services, doorbell, { at: services.now(), ...always });
}
