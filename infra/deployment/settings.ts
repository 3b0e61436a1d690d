import * as z from 'zod/mini';
import { accessLogMonths } from '../../shared/domain/access.ts';
import { usualClientLimits } from '../../shared/domain/client-rate.ts';
import { usualOfficialOrganisations } from '../../shared/domain/organisation.ts';

const Https = z
  .string()
  .check(z.regex(/^https:\/\/[^\s/]+(\/[^\s]*[^\s/])?$/, 'an https address without a slash at the end'));
/** An address that a browser sends as `Origin`. */
const Origin = z
  .string()
  .check(z.regex(/^https:\/\/[a-z0-9.-]+(:\d+)?$/, 'an origin such as https://loans.example.cn'));
const HostName = z.string().check(z.regex(/^[a-z0-9.-]+\.[a-z]{2,}$/));
const Whole = z.int().check(z.minimum(1));

/** Cybersecurity Law (网络安全法), article 21: six months at least; days are those that CloudWatch Logs knows. */
const logDays = [180, 365, 400, 545, 731, 1096, 1827, 2192, 2557, 2922, 3288, 3653] as const;

const Issuer = z.strictObject({
  /** Address of the OIDC issuer whose tokens are taken. */
  issuer: Https,
  /** Audience that a token must name. */
  audience: z.string().check(z.minLength(1)),
  /** Which of a token's claims carry what the system asks of a caller; each by its own name by default. */
  claims: z._default(
    z.strictObject({
      sub: z._default(z.string(), 'sub'),
      name: z._default(z.string(), 'name'),
      org: z._default(z.string(), 'org'),
      roles: z._default(z.string(), 'roles'),
    }),
    { sub: 'sub', name: 'name', org: 'org', roles: 'roles' },
  ),
  /** As whom the officials' page signs its users in, by authorization code with PKCE: a public client of the issuer. */
  pageClientId: z._default(z.string().check(z.minLength(1)), 'admin-page'),
  /** Other origins that the issuer's discovery document sends the page to, for tokens and keys. */
  tokenOrigins: z._default(z.array(Origin), []),
});

const Domain = z.strictObject({
  /** Such as loans.example.cn. A DNS record of yours must point it at what the outputs say. */
  name: HostName,
  certificateArn: z.string().check(z.regex(/^arn:aws(-cn)?:acm:/)),
  /** Mutual TLS: certificates of those who may connect at all, a PEM bundle in a bucket of yours, by version. */
  mutualTls: z.optional(z.strictObject({ bucket: z.string(), key: z.string(), version: z.string() })),
});

/** Where the officials' page is; `pageHostOf` says what a city gets that does not tell. */
const Page = z.strictObject({
  /** `cloudfront`: a private bucket behind CloudFront, the API under the same name. `gateway`: the API's own gateway. */
  host: z.optional(z.enum(['cloudfront', 'gateway'])),
  /** The page's own host name in CloudFront, which takes certificates of us-east-1 alone. */
  domain: z.optional(
    z.strictObject({
      name: HostName,
      certificateArn: z.string().check(z.regex(/^arn:aws:acm:us-east-1:/, 'a certificate of us-east-1')),
    }),
  ),
});

/** Calls that may come within five minutes; more are refused until there are fewer (decisions/0018). */
const Firewall = z.strictObject({
  /** From one address: an office of many officials has one. */
  perAddress: z._default(z.int().check(z.minimum(100)), 5_000),
  /** With one token, whoever sends it from wherever. */
  perToken: z._default(z.int().check(z.minimum(100)), 3_000),
});

const ClientRate = z.strictObject({ perMinute: z.int().check(z.minimum(1)), burst: z.int().check(z.minimum(1)) });

/** What a city decides about its deployment: one JSON file, kept with the city and not with this project. */
export const Settings = z.strictObject({
  /** Prefix of every stack's name: one account can hold several cities. */
  city: z.string().check(z.regex(/^[a-z][a-z0-9-]{1,19}$/, 'a short name in lower case, such as pinghu')),
  region: z.string().check(z.regex(/^(cn|[a-z]{2})-[a-z]+(-[a-z]+)?-\d$/)),
  /** The file with the true dates of the measures, beside this one (infra/deployment.md). */
  policyFile: z.string().check(z.minLength(1)),
  /** Whose tokens are taken; without it a Cognito user pool is made, where the region has Cognito. */
  identity: z.optional(Issuer),
  /** What officials' tokens name as `org`, beside the units of the conference: no institution may be entered under such an id. */
  officialOrganisations: z._default(z.array(z.string().check(z.minLength(1))), [...usualOfficialOrganisations]),
  /** The API's own host name; without it the gateway's. */
  domain: z.optional(Domain),
  page: z._default(Page, {}),
  /** Other origins whose pages may call the API, beside the officials' page. */
  pageOrigins: z._default(z.array(Origin), []),
  /** Where alarms go: an address to be confirmed by the mail that comes, or a topic that is there already. */
  alarms: z.union([z.strictObject({ email: z.email() }), z.strictObject({ topicArn: z.string() })]),
  /**
   * How checkpoints of the trail are locked: for so many days by nobody (`COMPLIANCE`), or by nobody without a right that no
   * role here has (`GOVERNANCE`, for a trial).
   */
  checkpointLock: z._default(
    z.strictObject({
      mode: z.enum(['COMPLIANCE', 'GOVERNANCE']),
      days: z.int().check(z.minimum(1), z.maximum(36_500)),
    }),
    { mode: 'COMPLIANCE', days: 3653 },
  ),
  /**
   * The one role beside the functions' that may read and write tables by hand and give up a key; kept locked away, its use
   * alarmed by the account's CloudTrail (infra/deployment.md). Without it nobody may before a deployment names one.
   */
  breakGlassRoleArn: z.optional(z.string().check(z.regex(/^arn:aws(-cn)?:iam::\d{12}:role\/[\w+=,.@/-]+$/))),
  /** What each client may ask: of calls and of lists, in the long run and at once; null for no limits beside the gateway's. */
  clientLimits: z._default(z.nullable(z.strictObject({ calls: ClientRate, lists: ClientRate })), usualClientLimits),
  /** How many months the access log (访问日志) is kept: six at least. */
  accessLogMonths: z._default(z.int().check(z.minimum(accessLogMonths.least), z.maximum(120)), accessLogMonths.usual),
  logRetentionDays: z._default(z.literal(logDays), 400),
  runtime: z._default(z.enum(['nodejs24.x', 'nodejs22.x']), 'nodejs24.x'),
  /** arm64 costs a fifth less; regions of China have it later than others. */
  architecture: z._default(z.enum(['arm64', 'x86_64']), 'arm64'),
  /** A web application firewall, with limits for each client; it makes the gateway a REST API, which alone can have one. */
  firewall: z.optional(Firewall),
  throttling: z._default(z.strictObject({ ratePerSecond: Whole, burst: Whole }), { ratePerSecond: 200, burst: 400 }),
});
export type Settings = z.output<typeof Settings>;

const isChina = ({ region }: Pick<Settings, 'region'>): boolean => region.startsWith('cn-');

/**
 * Where the officials' page is: CloudFront by default. The gateway in China; if callers must show a certificate, which a browser
 * shows only to the host that its page came from; and with a firewall, which would take CloudFront's address for everybody's.
 */
export const pageHostOf = (settings: Settings): 'cloudfront' | 'gateway' =>
  settings.page.host ??
  (isChina(settings) || settings.domain?.mutualTls || settings.firewall ? 'gateway' : 'cloudfront');

/** Thrown where settings cannot be deployed; the message says every fault. */
export class SettingsError extends Error {
  override readonly name = 'SettingsError';
}

/**
 * Judges a settings file.
 *
 * @throws SettingsError with every fault of its form, or with what its region does not have.
 */
export function parseSettings(json: unknown): Settings {
  const result = Settings.safeParse(json);
  if (!result.success) {
    const faults = result.error.issues.map((issue) => {
      const said = issue.code === 'unrecognized_keys' ? `unknown: ${issue.keys.join(', ')}` : issue.message;
      return `${issue.path.join('.') || 'settings'}: ${said}`;
    });
    throw new SettingsError(faults.join('\n'));
  }
  const settings = result.data;
  const faults = faultsOf(settings);
  if (faults.length > 0) throw new SettingsError(faults.join('\n'));
  return settings;
}

/** What cannot go together, or is not there in the region. */
function faultsOf(settings: Settings): readonly string[] {
  const { identity, domain, page, firewall, pageOrigins } = settings;
  const china = isChina(settings);
  const inCloudFront = pageHostOf(settings) === 'cloudfront';
  return [
    ...(china && !identity ? ['identity: regions of China have no Cognito user pools; name an OIDC issuer'] : []),
    ...(china && inCloudFront
      ? ['page.host: CloudFront in China is a service and a filing of its own; let the gateway serve the page']
      : []),
    ...(domain?.mutualTls && inCloudFront
      ? ['page.host: CloudFront has no certificate to show the API; with mutual TLS let the gateway serve the page']
      : []),
    ...(firewall && inCloudFront
      ? ['page.host: a firewall counts by address, and CloudFront’s stands for all; let the gateway serve the page']
      : []),
    ...(firewall && !domain
      ? ['firewall: needs a domain, since only there calls cannot come around it by the gateway’s own host name']
      : []),
    ...(firewall && pageOrigins.length > 0
      ? ['pageOrigins: pages of other origins cannot call the API where it has a firewall']
      : []),
    ...(page.domain && !inCloudFront ? ['page.domain: the gateway serves the page under the API’s own domain'] : []),
  ];
}
