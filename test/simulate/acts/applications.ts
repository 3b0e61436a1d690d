import type { LoanMode } from '../../../shared/domain/application.ts';
import { resubmitApplication } from '../../../shared/operations/applications/resubmit.ts';
import { reviewApplication } from '../../../shared/operations/applications/review.ts';
import { submitApplication } from '../../../shared/operations/applications/submit.ts';
import { anApplication, bank, office } from '../../support/fixtures.ts';
import { idIn } from '../command.ts';
import { isBroken } from '../model/breaker.ts';
import type { Application, City } from '../model/city.ts';
import { againstBrought } from '../model/consent.ts';
import { plusDays } from '../model/days.ts';
import { exposureOf, hasLapsed, isAdmittedOn } from '../model/exposure.ts';
import { againstTerms, endApplication, isConfirmedByItself, modeOf, type Terms } from '../model/lending.ts';
import { isListedOn } from '../model/listing.ts';
import { isBarred } from '../model/servicing.ts';
import { type Act, fitting, oneOf, type Scene } from './context.ts';
import { enterpriseCaller } from './people.ts';

const modes = ['credit', 'ip-pledge', 'pledge', 'mortgage', 'other'] as const;

/** Around what is left of the cap: well below, all of it, a fen too much. */
function someAmount({ city, chance, today, isCalm }: Scene, code: string): number {
  const { enterpriseCapFen, minApplicationFen } = city.versionOn(today).rules;
  const left = Math.max(1, enterpriseCapFen - exposureOf(city, code));
  if (isCalm) return Math.max(1, Math.floor((left * chance.between(5, 40)) / 100));
  return chance.weighted([
    [60, Math.max(1, Math.floor((left * chance.between(5, 60)) / 100))],
    [10, left],
    [14, left + 1],
    [10, chance.between(1, 100)],
    [12, Math.max(1, left - chance.between(0, 50))],
    [minApplicationFen === null ? 0 : 20, (minApplicationFen ?? 1) - chance.below(2)],
  ]);
}

function someTerms(scene: Scene, code: string, amountOf = someAmount) {
  const { city, chance } = scene;
  const isGuaranteed = chance.isIn(30);
  const agreements = fitting(scene, [...city.agreements.values()], ({ validUntil }) => validUntil >= scene.today);
  const agreementId = isGuaranteed && chance.isIn(50) ? (chance.oneOrNone(agreements)?.id ?? null) : null;
  const guarantorId = isGuaranteed && (scene.isCalm || !chance.isIn(6)) ? 'talent-guarantee' : null;
  const mode: LoanMode = isGuaranteed ? 'guarantee' : chance.one(modes);
  return { amountFen: Math.max(1, amountOf(scene, code)), mode, guarantorId, agreementId };
}

/** When the enterprise signed that the bank may apply: mostly in time, sometimes long ago or tomorrow; null: never. */
function someSignature({ chance, today, isCalm }: Scene): string | null {
  if (isCalm) return today;
  return chance.weighted([
    [30, null],
    [50, today],
    [12, plusDays(today, -chance.between(1, 30))],
    [5, plusDays(today, -chance.between(31, 120))],
    [3, plusDays(today, 1)],
  ]);
}

const mayApply = (city: City, code: string, today: string): boolean =>
  isListedOn(city, code, today) && (!isBarred(city, code, today) || !city.versionOn(today).rules.blockOnDefault);

/** The banks, and the enterprises for which the cap has refused each today. */
const toldToday = ({ city, today, focus }: Scene): readonly (readonly string[])[] =>
  [...city.capRefusals.keys()]
    .map((place) => place.split('#'))
    .filter(([day, , code]) => day === today && (focus === null || focus === code))
    .map(([, bankId = '', code = '']) => [bankId, code]);

export const apply: Act = (scene) => applyFor(scene, someAmount);

/** More than the cap leaves. */
export const applyAbove: Act = (scene) =>
  applyFor(scene, ({ city, today }, code) => city.versionOn(today).rules.enterpriseCapFen - exposureOf(city, code) + 1);

function applyFor(scene: Scene, amountOf: (scene: Scene, code: string) => number): ReturnType<Act> {
  const { city, chance, today, focus } = scene;
  const listed = fitting(scene, [...city.enterprises.keys()], (each) => mayApply(city, each, today));
  // Whom the cap has refused today often asks again, by a smaller amount.
  const [toldBank, toldCode] = chance.isIn(85) ? (chance.oneOrNone(toldToday(scene)) ?? []) : [];
  const code = toldCode ?? focus ?? (chance.isIn(2) ? '91330482MA09999993' : chance.oneOrNone(listed));
  const banks = [...city.institutions.values()].filter(({ kind }) => kind === 'bank').map(({ id }) => id);
  const admitted = fitting(scene, banks, (each) => isAdmittedOn(city, each, 'bank', today));
  const org = toldBank ?? chance.oneOrNone(admitted);
  if (code === undefined || org === undefined) return null;
  const terms = someTerms(scene, code, amountOf);
  const isOwn = chance.isIn(15);
  const signedOn = someSignature(scene);
  const shown = { number: 'SQ-1', documentId: null, reference: '授权书' };
  const consent = signedOn === null ? null : { ...shown, signedOn };
  return {
    kind: 'apply',
    caller: isOwn ? enterpriseCaller(code) : bank(org),
    says: `${isOwn ? code : org} applies at ${org} for ${code}: ${terms.amountFen} fen, ${terms.mode}`,
    on: null,
    about: code,
    send: (services, context) =>
      submitApplication(services, context, anApplication(code, { institutionId: org, ...terms, consent })),
    against: (now, { today }) => {
      const raise = { fen: terms.amountFen, ofQuotaFen: terms.amountFen, version: now.versionOn(today) };
      const brought = { code, bank: org, isByBank: !isOwn, amountFen: terms.amountFen, signedOn };
      return [
        ...againstBrought(now, brought, today),
        ...(isBroken(now, org, today) ? ['breaker-open'] : []),
        ...againstTerms(now, { code, bank: org }, { ...terms, mode: modeOf(terms) }, raise, today),
      ];
    },
    apply: (now, body, { today }) => {
      const { id: policy, rules } = now.versionOn(today);
      const id = idIn(body, 'applicationId');
      const expiresOn = plusDays(today, rules.decisionValidDays);
      now.applications.set(id, {
        ...{ id, code, bank: org, appliedBy: isOwn ? code : org, state: 'submitted', policy },
        ...{ amountFen: terms.amountFen, approvedFen: null, reservedFen: terms.amountFen, mode: modeOf(terms) },
        ...{ guarantorId: terms.guarantorId, agreementId: terms.agreementId, submittedOn: today, expiresOn },
        ...{ confirmedOn: null, lapsedOn: null, loanId: null, consentConfirmedOn: null },
        isCounted: rules.maxOpenApplications !== null,
      });
    },
  };
}

const decisions = [
  [82, 'approve'],
  [12, 'return'],
  [6, 'reject'],
] as const;

/** What is waiting for its bank, or for anybody. */
export const waiting = (scene: Scene, states: readonly string[]): Application | undefined =>
  oneOf(
    scene,
    fitting(
      scene,
      [...scene.city.applications.values()],
      (each) => states.includes(each.state) && !hasLapsed(each, scene.today),
    ),
  );

export const bankReview: Act = (scene) => bankSays(scene, scene.isCalm ? 'approve' : scene.chance.weighted(decisions));

export const bankReturn: Act = (scene) => bankSays(scene, 'return');

function bankSays(scene: Scene, decision: (typeof decisions)[number][1]): ReturnType<Act> {
  const application = waiting(scene, ['submitted']);
  if (!application) return null;
  const { chance } = scene;
  const approvedFen =
    chance.isIn(70) || scene.isCalm
      ? null
      : Math.max(1, Math.floor((application.amountFen * chance.between(40, 102)) / 100));
  const amountFen = approvedFen ?? application.amountFen;
  const review =
    decision === 'approve'
      ? ({ decision, approvedAmountFen: approvedFen, annualRateBp: 400, annualRatePpm: null } as const)
      : ({ decision, reason: '材料待补' } as const);
  return {
    kind: 'bank-review',
    caller: bank(application.bank),
    says: `${application.bank} decides on ${application.id}: ${decision} ${amountFen}`,
    on: ['applications', application.id],
    send: (services, context) => reviewApplication(services, context, application.id, review),
    against: (city, { today }) => {
      if (application.state !== 'submitted' || hasLapsed(application, today)) return ['state-conflict'];
      if (decision !== 'approve') return [];
      return [
        ...(isAdmittedOn(city, application.bank, 'bank', today) ? [] : ['institution-not-admitted']),
        ...(amountFen > application.amountFen ? ['amount-exceeds-applied'] : []),
      ];
    },
    apply: (city, _body, { today }) => {
      if (decision === 'reject') return endApplication(application, 'rejected');
      if (decision === 'return') return void Object.assign(application, { state: 'returned' });
      const isConfirmed = isConfirmedByItself(city, application, amountFen, today);
      Object.assign(application, { state: 'approved-by-institution', approvedFen: amountFen, reservedFen: amountFen });
      if (isConfirmed) confirm(application, amountFen, city.versionNamed(application.policy).rules, today);
    },
  };
}

function confirm(
  application: Application,
  amountFen: number,
  { approvalValidDays }: { readonly approvalValidDays: number },
  today: string,
): void {
  Object.assign(application, { state: 'confirmed', approvedFen: amountFen, reservedFen: amountFen });
  application.confirmedOn = today;
  application.expiresOn = plusDays(today, approvalValidDays);
}

export const officeReview: Act = (scene) => {
  const application = waiting(scene, ['approved-by-institution']);
  if (!application) return null;
  const { chance } = scene;
  const decision = scene.isCalm ? 'approve' : chance.weighted(decisions);
  const asked = chance.isIn(70)
    ? null
    : Math.max(1, Math.floor((application.amountFen * chance.between(40, 102)) / 100));
  const approved = application.approvedFen ?? application.amountFen;
  const review =
    decision === 'approve'
      ? ({ decision, approvedAmountFen: asked, annualRateBp: null, annualRatePpm: null } as const)
      : ({ decision, reason: '再议' } as const);
  return {
    kind: 'office-review',
    caller: office(),
    says: `the office decides on ${application.id}: ${decision} ${asked ?? ''}`,
    on: ['applications', application.id],
    send: (services, context) => reviewApplication(services, context, application.id, review),
    against: (_city, { today }) => {
      if (application.state !== 'approved-by-institution' || hasLapsed(application, today)) return ['state-conflict'];
      const now = application.approvedFen ?? application.amountFen;
      return decision === 'approve' && (asked ?? now) > now ? ['amount-exceeds-approved'] : [];
    },
    apply: (city, _body, { today }) => {
      if (decision === 'reject') return endApplication(application, 'rejected');
      if (decision === 'return') return void Object.assign(application, { state: 'returned' });
      const { rules } = city.versionNamed(application.policy);
      confirm(application, asked ?? application.approvedFen ?? approved, rules, today);
    },
  };
};

export const resubmit: Act = (scene) => {
  const application = waiting(scene, ['returned']);
  if (!application) return null;
  const { code } = application;
  const given = someTerms(scene, code);
  const change = scene.chance.isIn(50) ? { amountFen: given.amountFen } : given;
  const isLeaving = 'mode' in change && change.mode !== 'guarantee' && change.guarantorId === undefined;
  const before = application;
  const terms = (): Terms => ({
    ...{ amountFen: before.amountFen },
    mode: before.mode,
    guarantorId: isLeaving ? null : before.guarantorId,
    agreementId: isLeaving ? null : before.agreementId,
    ...change,
  });
  const caller = application.appliedBy === code ? enterpriseCaller(code) : bank(application.appliedBy);
  return {
    kind: 'resubmit',
    caller,
    says: `${caller.org} submits ${application.id} again: ${JSON.stringify(change)}`,
    on: ['applications', application.id],
    send: (services, context) => resubmitApplication(services, context, application.id, change),
    against: (city, { today }) => {
      if (application.state !== 'returned' || hasLapsed(application, today)) return ['state-conflict'];
      const now = terms();
      const fen = now.amountFen - application.reservedFen;
      const ofQuotaFen = now.agreementId === application.agreementId ? fen : now.amountFen;
      const raise = { fen, ofQuotaFen, version: city.versionOn(today) };
      const { minApplicationFen } = city.versionOn(today).rules;
      return [
        ...(now.amountFen < (minApplicationFen ?? 1) ? ['amount-below-minimum'] : []),
        ...againstTerms(city, application, { ...now, mode: modeOf(now) }, raise, today),
      ];
    },
    apply: (city, _body, { today }) => {
      const now = terms();
      const { id: policy, rules } = city.versionOn(today);
      Object.assign(application, now, { mode: modeOf(now), state: 'submitted', policy, submittedOn: today });
      application.reservedFen = now.amountFen;
      application.approvedFen = null;
      application.expiresOn = plusDays(today, rules.decisionValidDays);
    },
  };
};
