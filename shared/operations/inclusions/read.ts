import type { Inclusion } from '../../domain/inclusion.ts';
import { inclusionLayout } from '../../store/inclusions.ts';
import type { Stored } from '../../store/resource.ts';
import type { Caller } from '../caller.ts';
import { readResource } from '../read-resource.ts';
import type { Services } from '../services.ts';
import { mayReadInclusion } from './access.ts';

/** The inclusion, or null where it is not there or not the caller's to see. */
export const readInclusion = (services: Services, caller: Caller, id: string): Promise<Stored<Inclusion> | null> =>
  readResource(services, inclusionLayout, id, (inclusion) => mayReadInclusion(caller, inclusion));
