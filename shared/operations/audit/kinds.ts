import canonicalize from 'canonicalize';
import type { DomainEvent, ResourceKind } from '../../domain/event.ts';
import { versionOf } from '../../domain/policy-version.ts';
import { agreementLayout } from '../../store/agreements.ts';
import { applicationLayout } from '../../store/applications.ts';
import { enterpriseLayout } from '../../store/enterprises.ts';
import { importLayout } from '../../store/imports.ts';
import { institutionLayout } from '../../store/institutions.ts';
import { loanLayout } from '../../store/loans.ts';
import { policyLayout } from '../../store/policies.ts';
import { type BookItem, policyBookKey } from '../../store/policy-book.ts';
import { readItems } from '../../store/read.ts';
import { keyOfResource, type ResourceLayout, storedIn } from '../../store/resource.ts';
import { builtInHistory } from '../policies/history.ts';
import { builtInNamed } from '../policies/read.ts';
import type { Services } from '../services.ts';
import { compare, type Verification, verifyResource } from './verify-resource.ts';

type Verify = (services: Services, id: string) => Promise<Verification | null>;

const byLayout =
  <State, Event extends DomainEvent>(layout: ResourceLayout<State, Event>): Verify =>
  (services, id) =>
    verifyResource(services, layout, id);

/** A kind of which nothing is kept yet: no id is known. */
const nothing: Verify = async () => null;

/** How each kind of resource is verified: a new kind does not compile until somebody said how. */
export const verifiers = {
  enterprises: byLayout(enterpriseLayout),
  inclusions: nothing,
  applications: byLayout(applicationLayout),
  loans: byLayout(loanLayout),
  claims: nothing,
  meetings: nothing,
  institutions: byLayout(institutionLayout),
  agreements: byLayout(agreementLayout),
  policies: verifyPolicy,
  imports: byLayout(importLayout),
  fund: nothing,
} as const satisfies Record<ResourceKind, Verify>;

/**
 * A built-in version is its own history; there is no stored copy that could differ. Of one of the city's, the book holds
 * the copy by which everything is judged: it must be what the version's own history says.
 */
async function verifyPolicy(services: Services, policyId: string): Promise<Verification | null> {
  const policy = builtInNamed(policyId);
  if (!policy) return verifyStoredPolicy(services, policyId);
  const history = builtInHistory(policy);
  const last = history.at(-1);
  const { version: _version, ...state } = policy;
  const stored = { state, version: policy.version, hash: last?.hash ?? '' };
  return compare(history, stored, (_state: object | null, { data }: DomainEvent) => data);
}

async function verifyStoredPolicy(services: Services, policyId: string): Promise<Verification | null> {
  const found = await verifyResource(services, policyLayout, policyId);
  if (!found?.ok) return found;
  const items = await readItems(services.database, [keyOfResource(policyLayout, policyId), policyBookKey]);
  const stored = storedIn(items, policyLayout, policyId);
  const inBook = items.get<BookItem>(policyBookKey)?.approved.find((version) => version.policyId === policyId);
  const expected = stored?.state.state === 'approved' ? versionOf(stored.state, stored.version) : undefined;
  const ok = canonicalize(inBook) === canonicalize(expected);
  return ok ? found : { ...found, ok, brokenAt: found.events };
}
