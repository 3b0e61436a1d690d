import { type Application, type ApplicationEvent, evolveApplication, isOpen } from '../domain/application.ts';
import type { ResourceLayout } from './resource.ts';

/** The `roster` of a table lists everything in it by creation; `dueList` everything that a job will have to end. */
export const applicationLayout: ResourceLayout<Application, ApplicationEvent> = {
  kind: 'applications',
  table: 'applications',
  key: (applicationId) => ({ pk: applicationId }),
  evolve: evolveApplication,
  indexed: (application) => {
    const { creditCode, institutionId, guarantorId, state, ownReference, expiresOn, applicationId } = application;
    const due = isOpen(application) && expiresOn !== null;
    return {
      roster: 'applications',
      creditCode,
      institutionId,
      institutionState: `${institutionId}#${state}`,
      guarantorId: guarantorId ?? undefined,
      state,
      ownReferenceKey: ownReference === null ? undefined : `${institutionId}#${ownReference}`,
      dueList: due ? 'due' : undefined,
      dueKey: due ? `${expiresOn}#${applicationId}` : undefined,
    };
  },
};
