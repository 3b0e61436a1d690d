import type { AdditionalSecurity, ApplicationEvent, ApplicationTerms, Consent } from '../../domain/application.ts';
import { decideSubmission, type Submission, submissionIfEnterpriseMay } from '../../domain/application-submission.ts';
import { policyOn } from '../../domain/policy.ts';
import { refusedBy } from '../../domain/refusal.ts';
import { lossesKey } from '../../store/institution-losses.ts';
import { institutionCheck } from '../../store/institutions.ts';
import { openApplicationsKey } from '../../store/open-applications.ts';
import { bookIn, policyBookKey } from '../../store/policy-book.ts';
import { patienceInTurns } from '../../store/retry.ts';
import type { Write } from '../../store/transaction.ts';
import { actOf, type Change, type CommandContext, type Outcome, runCommand } from '../command.ts';
import { type Contents, namedDocuments } from '../documents/use.ts';
import { type InstitutionSeen, institutionSeen, noteInstitution } from '../institutions-seen.ts';
import { type LendingSeen, lendingItems, lendingKeys } from '../lending-facts.ts';
import { leverageKeys, readLeverage } from '../leverage.ts';
import { readUnmarked } from '../loans/unmarked.ts';
import { refusalOfOperator } from '../resource-checks.ts';
import type { Services } from '../services.ts';
import { capRefusalsMax, recordCapRefusal, refusalOfCapRefusals } from './cap-refusals.ts';
import { afterExpiringLapsed } from './expire.ts';
import { institutionChecks, listingGuards } from './guards.ts';
import { withoutOthersFigures } from './others-figures.ts';
import { type RecordOptions, recordApplication } from './record-application.ts';
import { applicationView } from './view.ts';

export interface SubmitApplication extends ApplicationTerms {
  readonly creditCode: string;
  readonly institutionId: string;
  readonly additionalSecurity: readonly AdditionalSecurity[];
  readonly projectId: string | null;
  readonly ownReference: string | null;
  /** The enterprise's authorisation of a bank that applies. */
  readonly consent: Consent | null;
}

/**
 * Submits a loan application and reserves its amount of the enterprise's cap, in one transaction: at once, where this
 * process has read the institution before and the enterprise's guards say yes; else after reading all that decides.
 *
 * Refusals in order: `forbidden` (another institution or enterprise than the caller's), `questions-used-up` (R10),
 * `consent-required`, `date-out-of-range` (its day), `amount-below-minimum`, `too-many-applications`, `not-listed` (R5),
 * `institution-not-admitted`, `guarantor-not-admitted` (R9), `cap-exceeded` (R10), `guarantor-required`,
 * `agreement-not-valid`, `quota-exceeded` (R12), `borrower-in-default` (R16), `breaker-open` (R28), `use-prohibited`,
 * `leverage-exceeded`, and those of the document that shows the consent.
 */
export async function submitApplication(
  services: Services,
  context: CommandContext,
  request: SubmitApplication,
): Promise<Outcome> {
  const { caller, today, at } = context;
  const own = caller.role === 'bank' ? request.institutionId : request.creditCode;
  if (own !== caller.org) return refusedBy(null, 'forbidden', { named: own, own: caller.org });
  const { institutionsSeen } = services;
  const submission = submissionOf(request, services.newId('app', at), caller.org);
  const link = { kind: 'applications', id: submission.applicationId } as const;
  const documents = namedDocuments(request.consent ? [request.consent] : [], link);

  const outcome = await afterExpiringLapsed(services, context, request, () =>
    runCommand<LendingSeen & { readonly contents: Contents }>(services, context, {
      atOnce: () =>
        changeAtOnce(institutionSeen(institutionsSeen, request.institutionId, today), submission, context, request),
      // Its bank's other applications of that moment have the check of the bank in hand.
      patience: patienceInTurns,
      reads: [policyBookKey, ...lendingKeys(request), lossesKey(request.institutionId), ...documents.reads],
      follow: (items) => {
        const policy = policyOn(bookIn(items), today);
        const limitsOpen = policy !== null && policy.parameters.maxOpenApplications !== null;
        return [...leverageKeys(policy), ...(limitsOpen ? [openApplicationsKey(request.institutionId)] : [])];
      },
      look: async (items) => {
        const book = bookIn(items);
        const policy = policyOn(book, today);
        const unmarked = await readUnmarked(services, request.creditCode, book, today);
        if (unmarked.isNone) noteInstitution(institutionsSeen, items, request.institutionId, at);
        const leverage = await readLeverage(services, items, policy, today);
        const contents = await documents.look(services, context, items);
        return { leverage, unmarkedDefaults: unmarked.defaults, contents };
      },
      decide: (items, seen) => {
        const refusal = refusalOfOperator(context);
        if (refusal) return refusal;
        const policy = policyOn(bookIn(items), today);
        if (!policy) return refusedBy('R1', 'not-listed', { creditCode: request.creditCode, on: today, known: false });
        const lending = lendingItems(items, request, policy, seen);
        const told = refusalOfCapRefusals(context, request.creditCode, lending.guard, policy);
        if (told) return told;
        const decision = decideSubmission(submission, lending.facts, today);
        if (decision.kind === 'refused') return withoutOthersFigures(decision, context, lending);
        const used = documents.judge(context, items, seen.contents);
        if (used.refusals[0]) return used.refusals[0];
        return changeBy(
          submission.applicationId,
          decision.events,
          context,
          [...institutionChecks(lending), ...used.writes],
          {
            guards: listingGuards(lending, today),
            quotaFen: lending.agreement?.state.quotaFen,
            openMost: policy.parameters.maxOpenApplications,
          },
        );
      },
    }),
  );
  return recordCapRefusal(services, context, request, outcome);
}

const submissionOf = (
  {
    creditCode: _code,
    institutionId: _id,
    additionalSecurity,
    projectId,
    ownReference,
    consent,
    ...terms
  }: SubmitApplication,
  applicationId: string,
  appliedBy: string,
): Submission => ({ applicationId, appliedBy, terms, additionalSecurity, projectId, ownReference, consent });

/** The change without having read the enterprise: its guards are asked all that its file would say (R5, R10, R16). */
function changeAtOnce(
  seen: InstitutionSeen | null,
  submission: Submission,
  context: CommandContext,
  { creditCode, institutionId }: SubmitApplication,
): Change | null {
  if (!seen || refusalOfOperator(context)) return null;
  const { policy, institution, losses } = seen;
  const facts = { creditCode, institutionId, institution: institution.state, losses, policy };
  const event = submissionIfEnterpriseMay(submission, facts, context.today);
  const { enterpriseCapFen: capFen, blockOnDefault: noDefaults, maxOpenApplications: openMost } = policy.parameters;
  const listing = { listedOn: context.today, judgedSince: policy.effectiveFrom };
  // Who was told often enough today is read, to see whether it may see the figures.
  const refusals = { on: context.today, below: capRefusalsMax(policy) };
  const guards = { capFen, noDefaults, ...listing, ...(context.caller.role === 'bank' && { refusals }) };
  const checks = [institutionCheck(institution)];
  return event && changeBy(submission.applicationId, [event], context, checks, { guards, openMost });
}

function changeBy(
  applicationId: string,
  events: readonly ApplicationEvent[],
  context: CommandContext,
  checks: readonly Write[],
  options: RecordOptions,
): Change {
  const { stored, writes } = recordApplication(null, applicationId, events, actOf(context), options);
  return {
    kind: 'change',
    writes: [...writes, ...checks],
    status: 201,
    body: applicationView(stored),
    version: stored.version,
    location: `/v1/applications/${applicationId}`,
  };
}
