import { decideApplicationConsent } from '../../../shared/operations/applications/decide-consent.ts';
import { withdrawApplication } from '../../../shared/operations/applications/withdraw.ts';
import { bank } from '../../support/fixtures.ts';
import { againstWithdrawal, endApplication } from '../model/lending.ts';
import { waiting } from './applications.ts';
import type { Act } from './context.ts';
import { enterpriseCaller } from './people.ts';

export const withdraw: Act = (scene) => {
  const application = waiting(scene, ['submitted', 'approved-by-institution', 'returned', 'confirmed']);
  if (!application) return null;
  const caller = scene.chance.isIn(50) ? bank(application.bank) : enterpriseCaller(application.code);
  return {
    kind: 'withdraw',
    caller,
    says: `${caller.org} withdraws ${application.id}`,
    on: ['applications', application.id],
    send: (services, context) => withdrawApplication(services, context, application.id, null),
    against: (_city, { today }) => againstWithdrawal(application, today),
    apply: () => endApplication(application, 'withdrawn'),
  };
};

/** The enterprise says whether the bank applies in its name. */
export const sayConsent: Act = (scene) => {
  const application = waiting(scene, ['submitted', 'approved-by-institution', 'returned', 'confirmed']);
  if (!application) return null;
  const isConfirmation = scene.chance.isIn(60);
  const says = isConfirmation ? 'confirms' : 'refuses';
  return {
    kind: 'say-consent',
    caller: enterpriseCaller(application.code),
    says: `${application.code} ${says} that ${application.id} is in its name`,
    on: ['applications', application.id],
    send: (services, context) =>
      decideApplicationConsent(
        services,
        context,
        application.id,
        isConfirmation ? { decision: 'confirm' } : { decision: 'refuse', reason: '未授权' },
      ),
    against: (_city, { today }) => [
      ...againstWithdrawal(application, today),
      ...(isConfirmation && application.consentConfirmedOn !== null ? ['state-conflict'] : []),
    ],
    apply: (_city, _body, { today }) => {
      if (isConfirmation) application.consentConfirmedOn = today;
      else endApplication(application, 'withdrawn');
    },
  };
};
