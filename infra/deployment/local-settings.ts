import { parseSettings } from './settings.ts';

/**
 * The template that runs on one machine and that the tests read: a city like any other, whose tokens the runner issues
 * itself. It is never deployed.
 */
export const localSettings = parseSettings({
  city: 'pinghu',
  region: 'us-east-1',
  policyFile: 'policies.json',
  identity: { issuer: 'https://issuer.invalid', audience: 'sci-tech-loans' },
  alarms: { email: 'nobody@example.invalid' },
});
