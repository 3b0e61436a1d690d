import type { DomainEvent, ResourceKind } from '../../domain/event.ts';
import { agreementLayout } from '../../store/agreements.ts';
import { applicationLayout } from '../../store/applications.ts';
import { documentLayout } from '../../store/documents.ts';
import { enterpriseLayout } from '../../store/enterprises.ts';
import { importLayout } from '../../store/imports.ts';
import { institutionLayout } from '../../store/institutions.ts';
import { loanLayout } from '../../store/loans.ts';
import type { ResourceLayout } from '../../store/resource.ts';
import type { Services } from '../services.ts';
import { verifyPolicy } from './verify-policy.ts';
import { type Verification, verifyResource } from './verify-resource.ts';

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
  documents: byLayout(documentLayout),
} as const satisfies Record<ResourceKind, Verify>;
