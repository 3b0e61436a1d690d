import { createAgreement } from '../../../shared/operations/agreements/create.ts';
import { createInstitution } from '../../../shared/operations/institutions/create.ts';
import { decideAdmission } from '../../../shared/operations/institutions/decide-admission.ts';
import { releaseBreaker } from '../../../shared/operations/institutions/release-breaker.ts';
import { approvePolicy } from '../../../shared/operations/policies/approve.ts';
import { discardPolicy } from '../../../shared/operations/policies/discard.ts';
import { draftPolicy } from '../../../shared/operations/policies/draft.ts';
import { creditCode, office } from '../../support/fixtures.ts';
import type { Chance } from '../chance.ts';
import { idIn } from '../command.ts';
import { isBroken, releaseBreaker as release } from '../model/breaker.ts';
import type { City } from '../model/city.ts';
import { plusDays } from '../model/days.ts';
import type { Rules } from '../model/rules.ts';
import { type Act, fitting, type Scene } from './context.ts';

export const signAgreement: Act = ({ today, chance }) => {
  const parties = ['talent-guarantee', chance.one(['rcb', 'icbc']), 'jinkong'];
  const quotaFen = chance.one([50_000_000, 300_000_000, 2_000_000_000]);
  const validUntil = plusDays(today, chance.between(30, 900));
  return {
    kind: 'agreement',
    caller: office(),
    says: `the office enters an agreement of ${parties.join(', ')}: ${quotaFen} until ${validUntil}`,
    on: null,
    send: (services, context) =>
      createAgreement(services, context, {
        kind: 'three-party',
        parties,
        signedOn: today,
        validUntil,
        quotaFen,
        feeBp: null,
      }),
    against: () => [],
    apply: (city, body) => {
      const id = idIn(body, 'agreementId');
      city.agreements.set(id, { id, parties, signedOn: today, validUntil, quotaFen });
    },
  };
};

const officials = ['office', 'finance-bureau', 'audit'];

/** The office enters an institution that has applied to take part. */
export const enterInstitution: Act = ({ chance }) => {
  const id = chance.one(['village-bank', 'city-bank', 'city-guarantee', 'rcb', 'science', 'audit']);
  const kind = id.endsWith('guarantee') ? 'guarantor' : 'bank';
  return {
    kind: 'institution',
    caller: office(),
    says: `the office enters ${id}, a ${kind}`,
    on: null,
    send: (services, context) =>
      createInstitution(services, context, { institutionId: id, name: id, kind, creditCode: creditCode(2) }, officials),
    against: (city) => {
      const units = city.versions.flatMap(({ rules }) => rules.conferenceUnits);
      return city.institutions.has(id) || [...units, ...officials].includes(id) ? ['already-exists'] : [];
    },
    apply: (city) => void city.institutions.set(id, { id, kind, admissions: [], compensatedFen: 0, breaker: null }),
  };
};

/** The office lets a bank receive applications again. */
export const liftBreaker: Act = (scene) => {
  const { city, today, chance } = scene;
  const banks = [...city.institutions.values()].filter(({ kind }) => kind === 'bank').map(({ id }) => id);
  const broken = fitting(scene, banks, (each) => isBroken(city, each, today));
  const id = chance.oneOrNone(chance.isIn(30) ? banks : broken);
  if (id === undefined) return null;
  return {
    kind: 'release-breaker',
    caller: office(),
    says: `the office lets ${id} receive applications again`,
    on: ['institutions', id],
    send: (services, context) => releaseBreaker(services, context, id, { reason: '已整改' }),
    against: (now, moment) => (isBroken(now, id, moment.today) ? [] : ['state-conflict']),
    apply: (now) => release(now, id),
  };
};

/** A version whose limit a single loss passes. */
export const draftBreaker: Act = (scene) => draftOf(scene, { suspendAtLossRatioBp: 1 });

const moves: Readonly<Record<string, readonly string[]>> = {
  admitted: ['applied', 'suspended', 'withdrawn'],
  suspended: ['admitted'],
  withdrawn: ['admitted', 'suspended'],
};

export const admission: Act = ({ city, chance, today }) => {
  const id = chance.one([...city.institutions.keys()].filter((each) => each !== 'jinkong'));
  const now = city.institutions.get(id)?.admissions.at(-1)?.state ?? 'applied';
  const back = now === 'admitted' ? 'suspended' : 'admitted';
  const state = chance.isIn(80) ? back : chance.one(['admitted', 'suspended', 'withdrawn'] as const);
  const from = chance.isIn(80) ? today : plusDays(today, chance.between(-10, 10));
  const reason = '年度评估';
  return {
    kind: 'admission',
    caller: office(),
    says: `the office: ${id} is ${state} from ${from}`,
    on: ['institutions', id],
    send: (services, context) => decideAdmission(services, context, id, { state: state as 'admitted', from, reason }),
    against: (each) => {
      const current = each.institutions.get(id)?.admissions.at(-1)?.state ?? 'applied';
      return moves[state]?.includes(current) ? [] : ['state-conflict'];
    },
    apply: (each) => void each.institutions.get(id)?.admissions.push({ state, from, reason }),
  };
};

/** What stands before anything of an application is looked at: met only by who comes again. */
const limits = ['eligibilityQuestionsPerDay', 'minApplicationFen', 'maxOpenApplications'];

/** Another policy: few parameters, at values at which things happen. */
function someRules(chance: Chance): Partial<Rules> {
  const all: Partial<Rules> = {
    enterpriseCapFen: chance.one([100_000_000, 300_000_000, 1_000_000_000, 2_000_000_000]),
    eligibilityQuestionsPerDay: chance.one([0, 0, 2]),
    minApplicationFen: chance.one([null, 1_000_000]),
    maxOpenApplications: chance.one([null, 1, 2]),
    applicationConsentRequired: chance.isIn(50),
    consentValidDays: chance.one([0, 30]),
    requireGuarantorConfirmation: chance.isIn(50),
    automaticConfirmation: chance.isIn(40),
    automaticConfirmationUpToFen: chance.one([null, 20_000_000]),
    decisionValidDays: chance.one([10, 60]),
    approvalValidDays: chance.one([15, 90]),
    lateReportDays: chance.one([5, 60]),
    blockOnDefault: chance.isIn(50),
    maxExtensions: chance.one([0, 2]),
    nonPerformingAfterDays: chance.one([10, 30]),
    lossComponents: chance.one(['principal', 'principal+term-interest'] as const),
    agreedTerm: chance.one(['original', 'as-extended'] as const),
    ...(chance.isIn(50) && { conferenceUnits: ['science', 'finance', 'pboc'], quorumUnits: 2, minVotingUnits: 2 }),
    noMajorityRule: chance.one(['reject', 'defer'] as const),
    institutionAnnualCapFen: chance.one([10_000_000, 60_000_000, 1_000_000_000]),
    overCapRule: chance.one(['institution', 'carry-over'] as const),
    recoveryRemitDays: chance.one([0, 10]),
    filingWithinDays: chance.one([null, 5]),
    claimWithinDays: chance.one([null, 20]),
    firstPaymentBp: chance.one([null, 3333, 6000]),
    eligibleCategories: chance.isIn(50) ? ['high-tech', 'gazelle'] : ['high-tech', 'gazelle', 'provincial-tech-sme'],
    suspendAtLossRatioBp: chance.one([null, 500, 3_000]),
    listingGraceDays: { 'high-tech': chance.one([0, 30]) },
  };
  const names = Object.keys(all).filter((name) => chance.isIn(limits.includes(name) ? 70 : 45));
  // Units, quorum and least number go together.
  const units = names.some((name) => /Units$/.test(name)) ? ['conferenceUnits', 'quorumUnits', 'minVotingUnits'] : [];
  return Object.fromEntries(Object.entries(all).filter(([name]) => names.includes(name) || units.includes(name)));
}

const newestFrom = ({ versions }: City): string =>
  versions
    .map(({ from }) => from)
    .sort()
    .at(-1) ?? '';

export const draft: Act = (scene) => draftOf(scene, someRules(scene.chance));

/** A version under which little may be asked, at once and on a day. */
export const draftLimits: Act = (scene) =>
  draftOf(scene, { eligibilityQuestionsPerDay: 0, minApplicationFen: 1_000_000, maxOpenApplications: 3 });

function draftOf({ city, today, chance, isCalm }: Scene, parameters: Partial<Rules>): ReturnType<Act> {
  const newest = newestFrom(city);
  const effectiveFrom = plusDays(
    newest > today ? newest : today,
    chance.between(chance.isIn(10) && !isCalm ? 0 : 1, isCalm ? 1 : 5),
  );
  const name = `办法 ${chance.below(1000)}`;
  return {
    kind: 'draft-policy',
    caller: office(),
    says: `the office drafts a version from ${effectiveFrom}: ${JSON.stringify(parameters)}`,
    on: null,
    send: (services, context) =>
      draftPolicy(services, context, {
        ...{ name, effectiveFrom, source: { title: name, documentNumber: null, issuedOn: null }, parameters },
      }),
    against: (now, moment) =>
      effectiveFrom <= moment.today || effectiveFrom <= newestFrom(now) ? ['date-out-of-range'] : [],
    apply: (now, body) => {
      const id = idIn(body, 'policyId');
      const base = now.versions.find(({ from }) => from === newestFrom(now));
      if (!base) throw new Error('no version');
      const version = { id, from: effectiveFrom, rules: { ...base.rules, ...parameters } };
      now.drafts.set(id, { version, by: 'office-1', state: 'draft' });
    },
  };
}

export const decideDraft: Act = (scene) => decisionOn(scene, scene.isCalm || scene.chance.isIn(85));

export const discardDraft: Act = (scene) => decisionOn(scene, false);

function decisionOn(scene: Scene, isApproval: boolean): ReturnType<Act> {
  const { city, chance } = scene;
  const found = chance.oneOrNone(fitting(scene, [...city.drafts.entries()], ([, { state }]) => state === 'draft'));
  if (!found) return null;
  const [id, file] = found;
  const sub = scene.isCalm || chance.isIn(90) ? 'office-2' : 'office-1';
  const { from } = file.version;
  return {
    kind: isApproval ? 'approve-policy' : 'discard-policy',
    caller: office(sub),
    says: `${sub} ${isApproval ? 'approves' : 'discards'} ${id}`,
    on: ['policies', id],
    send: (services, context) =>
      isApproval ? approvePolicy(services, context, id) : discardPolicy(services, context, id, null),
    against: (now, { today }) => [
      ...(isApproval && sub === file.by ? ['four-eyes'] : []),
      ...(file.state === 'draft' ? [] : ['state-conflict']),
      ...(isApproval && (from <= today || from <= newestFrom(now)) ? ['date-out-of-range'] : []),
    ],
    apply: (now) => {
      file.state = isApproval ? 'approved' : 'discarded';
      if (isApproval) now.versions.push(file.version);
    },
  };
}
