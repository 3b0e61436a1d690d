import * as z from 'zod/mini';
import { AccessEntry } from './access-log.ts';
import { Agreement } from './agreement-replies.ts';
import { Application } from './application-replies.ts';
import { AuditEvent, Verification } from './audit.ts';
import { Check, CheckSummary } from './checks.ts';
import { Claim, ClaimReadiness, CompensationEstimate } from './claim-replies.ts';
import { Document } from './document-replies.ts';
import { Eligibility, EligibilityQuestions, Enterprise } from './enterprises.ts';
import { Appropriation, Fund, FundEntry, SettlementLine } from './fund-replies.ts';
import { HistoryEvent } from './history.ts';
import { Import, PreviewedChange, Refresh, Rejection } from './import-replies.ts';
import { Inclusion } from './inclusion-replies.ts';
import { Institution } from './institution-replies.ts';
import { Job } from './jobs.ts';
import { Loan } from './loan-replies.ts';
import { Meeting, MeetingRecord } from './meeting-record.ts';
import { PaymentRow } from './payment-list.ts';
import { Person } from './person-replies.ts';
import { Policy, PolicyDryRun } from './policy-replies.ts';
import { pageOf } from './reply-fields.ts';
import { Statistics } from './statistics.ts';

/**
 * What the calls answer, by the names that the route table gives. Apart from the table, because a function never judges
 * its own answers: only the document and the tests need these schemas, and no function loads them.
 */
export const replySchemas = {
  AccessEntry,
  Agreement,
  Application,
  Appropriation,
  AuditEvent,
  Document,
  Check,
  CheckSummary,
  Claim,
  ClaimReadiness,
  CompensationEstimate,
  Eligibility,
  EligibilityQuestions,
  Enterprise,
  Fund,
  FundEntry,
  HistoryEvent,
  Import,
  Inclusion,
  Institution,
  Job,
  Loan,
  Meeting,
  MeetingRecord,
  PaymentRow,
  Person,
  Policy,
  PolicyDryRun,
  PreviewedChange,
  Refresh,
  Rejection,
  SettlementLine,
  Statistics,
  Verification,
  /** A document, not data. */
  Minutes: z.string(),
  Health: z.strictObject({ status: z.literal('ok') }),
  OpenApiDocument: z.looseObject({ openapi: z.literal('3.1.0') }),
} as const satisfies Record<string, z.ZodMiniType>;

export type ReplyName = keyof typeof replySchemas;

/** What a call answers: one of the schemas, or a page of them. */
export type Reply = ReplyName | { readonly pageOf: ReplyName };

/** The schema of an answer. */
export const schemaOfReply = (reply: Reply): z.ZodMiniType =>
  typeof reply === 'string' ? replySchemas[reply] : pageOf(replySchemas[reply.pageOf]);
