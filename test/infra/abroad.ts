import { parseSettings } from '../../infra/deployment/settings.ts';

/** A city as it would be deployed outside China: a user pool of its own, and host names for API and page. */
export const abroadSettings = parseSettings({
  city: 'pinghu',
  region: 'us-east-1',
  policyFile: 'policies.json',
  domain: { name: 'api.example.com', certificateArn: 'arn:aws:acm:us-east-1:111122223333:certificate/0f1e2d3c' },
  page: {
    domain: { name: 'loans.example.com', certificateArn: 'arn:aws:acm:us-east-1:111122223333:certificate/4b5a6978' },
  },
  alarms: { email: 'duty@example.com' },
});
