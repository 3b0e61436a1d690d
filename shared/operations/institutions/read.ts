import type { Institution } from '../../domain/institution.ts';
import { institutionLayout } from '../../store/institutions.ts';
import type { Stored } from '../../store/resource.ts';
import { readResource } from '../read-resource.ts';
import type { Services } from '../services.ts';

/** The institution, or null where it is not there. Everybody may see that it takes part. */
export const readInstitution = (services: Services, id: string): Promise<Stored<Institution> | null> =>
  readResource(services, institutionLayout, id, () => true);
