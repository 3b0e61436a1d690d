import type { DomainEvent, ResourceKind } from '../../domain/event.ts';
import { agreementLayout } from '../../store/agreements.ts';
import { applicationLayout } from '../../store/applications.ts';
import { claimLayout } from '../../store/claims.ts';
import { enterpriseLayout } from '../../store/enterprises.ts';
import { appropriationLayout } from '../../store/fund.ts';
import { importLayout } from '../../store/imports.ts';
import { inclusionLayout } from '../../store/inclusions.ts';
import { institutionLayout } from '../../store/institutions.ts';
import { loanLayout } from '../../store/loans.ts';
import { meetingLayout } from '../../store/meetings.ts';
import type { ResourceLayout } from '../../store/resource.ts';
import type { Services } from '../services.ts';
import { verifyPolicy } from './verify-policy.ts';
import { type Verification, verifyResource } from './verify-resource.ts';

type Verify = (services: Services, id: string) => Promise<Verification | null>;

const byLayout =
  <State, Event extends DomainEvent>(layout: ResourceLayout<State, Event>): Verify =>
  (services, id) =>
    verifyResource(services, layout, id);

/** How each kind of resource is verified: a new kind does not compile until somebody said how. */
export const verifiers = {
  enterprises: byLayout(enterpriseLayout),
  inclusions: byLayout(inclusionLayout),
  applications: byLayout(applicationLayout),
  loans: byLayout(loanLayout),
  claims: byLayout(claimLayout),
  meetings: byLayout(meetingLayout),
  institutions: byLayout(institutionLayout),
  agreements: byLayout(agreementLayout),
  policies: verifyPolicy,
  imports: byLayout(importLayout),
  fund: byLayout(appropriationLayout),
} as const satisfies Record<ResourceKind, Verify>;
