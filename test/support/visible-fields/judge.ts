import { createHash } from 'node:crypto';
import canonicalize from 'canonicalize';
import type { Reply } from '../../../shared/contracts/replies.ts';
import type { Role } from '../../../shared/contracts/route.ts';
import { visibleEvents } from './events.ts';
import { visibleFields } from './resources.ts';

/** Who reads. */
export interface Eyes {
  readonly role: Role;
  readonly org: string;
}

type Fields = Readonly<Record<string, unknown>>;

const letters: Readonly<Partial<Record<Role, string>>> = {
  bank: 'B',
  enterprise: 'E',
  guarantor: 'G',
  member: 'M',
  finance: 'F',
};

/** What every answer has, whoever reads it. */
const common: Readonly<Record<string, string>> = { version: 'BEGMF', createdAt: 'BEGMF', updatedAt: 'BEGMF' };

/**
 * The fields of an answer that its reader ought not to see, or of which nobody said who may, by their names; none where
 * all is well. `path` is the call's, by which the kind of a history is known.
 */
export function faultsOfSight(reply: Reply, path: string, body: unknown, eyes: Eyes): readonly string[] {
  const name = typeof reply === 'string' ? reply : reply.pageOf;
  const items = typeof reply === 'string' ? [body] : ((body as Fields).items as readonly unknown[]);
  const faults = items.flatMap((item) => faultsOf(name, path, item as Fields, eyes));
  return [...new Set(faults)].map((fault) => `${fault} to ${eyes.role}`);
}

function faultsOf(name: string, path: string, item: Fields, eyes: Eyes): readonly string[] {
  if (name === 'HistoryEvent') return faultsOfEvent(path.split('/')[2] ?? '', path.split('/')[3] ?? '', item, eyes);
  if (letters[eyes.role] === undefined) return [];
  return walked(name, { ...common, ...visibleFields[name] }, '', item, eyes, item);
}

function walked(
  name: string,
  rules: Readonly<Record<string, string>>,
  place: string,
  value: unknown,
  eyes: Eyes,
  whole: Fields,
): readonly string[] {
  if (value === null || value === undefined || (Array.isArray(value) && value.length === 0)) return [];
  const rule = rules[place];
  if (rule?.startsWith('@')) {
    const other = rule.slice(1);
    return walked(other, { ...common, ...visibleFields[other] }, '', value, eyes, value as Fields);
  }
  if (rule !== undefined) return isSeen(rule, eyes, value, whole) ? [] : [`${name}.${place} is shown`];
  if (Array.isArray(value)) {
    return value.flatMap((each) => walked(name, rules, place, each, eyes, near(whole, each)));
  }
  if (typeof value !== 'object') return [`${name}.${place} is shown, and nobody said who may see it`];
  return Object.entries(value).flatMap(([field, each]) =>
    walked(name, rules, place === '' ? field : `${place}.${field}`, each, eyes, whole),
  );
}

/** Whose it is says the nearest entry of a list, or else the answer itself. */
const near = (whole: Fields, each: unknown): Fields => (each instanceof Object ? { ...whole, ...each } : whole);

/** `own`: of the caller's own institution or unit, which members and banks are told by; finance sees everybody's. */
function isSeen(rule: string, { role, org }: Eyes, value: unknown, whole: Fields): boolean {
  const [readers = '', own] = rule.split(' ');
  if (!readers.includes(letters[role] ?? '?')) return false;
  if (own === undefined || role === 'finance') return true;
  const rows = Array.isArray(value) ? (value as readonly Fields[]) : [whole];
  if (role === 'member') return rows.every(({ unit }) => unit === undefined || unit === org);
  return rows.every(({ institutionId }) => institutionId === org);
}

/** An event: persons for one's own organisation and those who see persons, its data by kind, the salt of what is whole. */
function faultsOfEvent(kind: string, id: string, event: Fields, eyes: Eyes): readonly string[] {
  const { type, data, salt, algorithm } = event as { type: string; data: Fields; salt: unknown; algorithm: unknown };
  const actor = event.actor as Fields;
  const isOfficial = letters[eyes.role] === undefined;
  const seesPerson = isOfficial || eyes.role === 'finance' || [eyes.org, 'system'].includes(String(actor.org));
  const person = ['sub', 'name', 'operator', 'operatorSubs'].filter((field) => (actor[field] ?? null) !== null);
  const faults = seesPerson ? [] : person.map((field) => `${kind} ${type}: actor.${field} is shown`);
  const { submittedBy } = data as { submittedBy?: Fields };
  if (submittedBy?.sub !== undefined && !isOfficial && submittedBy.org !== eyes.org)
    faults.push(`${kind} ${type}: submittedBy.sub is shown`);
  if (!isOfficial) faults.push(...Object.keys(data).flatMap((field) => faultOfField(kind, id, type, field, eyes)));
  if (algorithm !== 'SHA-256') faults.push(`${kind} ${type}: the algorithm is not named`);
  if (salt !== null && hashOfAnswer(event) !== event.hash)
    faults.push(`${kind} ${type}: the salt is shown with a part`);
  if (salt === null && isOfficial) faults.push(`${kind} ${type}: an official lacks the salt`);
  return faults;
}

function faultOfField(kind: string, id: string, type: string, field: string, eyes: Eyes): readonly string[] {
  const rules = visibleEvents[kind];
  const rule = rules?.[`${type}.${field}`] ?? rules?.[field];
  if (rule === undefined) return [`${kind} ${type}.${field} is shown, and nobody said who may see it`];
  return isSeen(rule, eyes, undefined, { institutionId: id }) ? [] : [`${kind} ${type}.${field} is shown`];
}

/** As an outside verifier recomputes it from an answer (the OpenAPI document, `HistoryEvent`). */
function hashOfAnswer({ sequence, at, actor, type, data, algorithm, salt, previousHash }: Fields): string {
  const { sub, org, role, causedBy, operatorSubs } = actor as Fields;
  const acted = {
    sub,
    org,
    role,
    ...(causedBy !== undefined && { causedBy }),
    ...(operatorSubs !== undefined && { operator: operatorSubs }),
  };
  const canonical = canonicalize({ sequence, at, actor: acted, type, data, algorithm, salt, previousHash });
  return createHash('sha256')
    .update(canonical ?? '', 'utf8')
    .digest('hex');
}
