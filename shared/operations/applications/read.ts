import type { Application } from '../../domain/application.ts';
import { applicationLayout } from '../../store/applications.ts';
import type { Stored } from '../../store/resource.ts';
import type { Caller } from '../caller.ts';
import { readResource } from '../read-resource.ts';
import type { Services } from '../services.ts';
import { mayReadLending } from './access.ts';

/** The application, or null where it is not there or not the caller's to see. */
export const readApplication = (services: Services, caller: Caller, id: string): Promise<Stored<Application> | null> =>
  readResource(services, applicationLayout, id, (application) => mayReadLending(caller, application));
