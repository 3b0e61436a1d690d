import { makeCityKeys } from '../../shared/operations/make-city-keys.ts';
import { deploymentStep } from '../../shared/platform/deployment-step.ts';

/** Makes the keys that the city lacks (decisions/0060). */
export const handler = deploymentStep('make-keys', async (services) => ({
  made: (await makeCityKeys(services)).join(' '),
}));
