import { parseSettings } from '../../infra/deployment/settings.ts';

/** A city as it would be deployed in China: an issuer, a domain with mutual TLS, and no CloudFront. */
export const chinaSettings = parseSettings({
  city: 'pinghu',
  region: 'cn-north-1',
  policyFile: 'policies.json',
  identity: {
    issuer: 'https://login.example.cn',
    audience: 'sci-tech-loans',
    claims: { org: 'organisation', roles: 'groups' },
  },
  domain: {
    name: 'loans.example.cn',
    certificateArn: 'arn:aws-cn:acm:cn-north-1:111122223333:certificate/0f1e2d3c',
    mutualTls: { bucket: 'pinghu-trust', key: 'banks.pem', version: 'v1' },
  },
  alarms: { email: 'duty@example.cn' },
  architecture: 'x86_64',
});

/** The same with a firewall, whose gateway is a REST API. */
export const walledSettings = parseSettings({ ...chinaSettings, firewall: {} });
