import * as z from 'zod/mini';
import { importKinds, importStates } from '../domain/import.ts';
import { importModes } from '../domain/list-import.ts';
import { loanRowFields } from '../domain/loan-import-row.ts';
import { Day, Id, Word } from './fields.ts';
import { CompanyCode, Facts, FreeText, Label, RowText, RuleName, Sentence } from './reply-fields.ts';

const count = z.int().check(z.minimum(0));

export const Import = z
  .object({
    importId: Id,
    /** null in all that only a list has, where it is of loans. */
    kind: z.enum(importKinds),
    category: z.nullable(Word),
    mode: z.nullable(z.enum(importModes)),
    dryRun: z.boolean(),
    source: z.nullable(z.object({ title: Label, documentNumber: z.nullable(Label), issuedOn: z.nullable(Day) })),
    set: z.nullable(z.object({ id: Id, part: z.int(), parts: z.int() })),
    state: z.enum(importStates),
    total: count,
    processed: count,
    added: count,
    updated: count,
    unchanged: count,
    rejected: count,
    /** Certificates that a replace has revoked; for a dry run, those that it would. */
    revoked: count,
    extent: z.nullable(z.object({ revocations: count, certificates: count, limitBp: count })).check(
      z.meta({
        description: 'What a replace would revoke, of how many, and from which share on it waits for a release',
      }),
    ),
    acceptedBy: Label,
    releasedBy: z.nullable(Label),
    failure: z.nullable(FreeText),
    cancellation: z.nullable(z.object({ by: Label, reason: FreeText })),
    version: z.int(),
  })
  .check(
    z.meta({
      id: 'Import',
      description:
        'Import 导入: of a list 名单, or of older loans 历史贷款 (then `category`, `mode`, `source` are null)',
    }),
  );

const RejectedListRow = z
  .object({
    row: z.int().check(z.minimum(1)),
    creditCode: RowText,
    name: RowText,
    certificateNumber: RowText,
    issuedOn: RowText,
    validUntil: RowText,
    code: Word,
    message: Sentence,
  })
  .check(z.meta({ id: 'RejectedListRow', description: 'A row of a list' }));

/** What a row said, each field as a text, "" where it said nothing. */
const saidOfLoan = Object.fromEntries(loanRowFields.map((field) => [field, RowText])) as Record<
  (typeof loanRowFields)[number],
  typeof RowText
>;

const RejectedLoanRow = z
  .object({
    row: z.int().check(z.minimum(1)),
    ...saidOfLoan,
    /** Rows of loans name none. */
    name: z.literal(''),
    code: Word,
    message: Sentence,
    /** The rule that decided; null where the row's form did. */
    rule: z.nullable(RuleName),
    facts: Facts,
  })
  .check(z.meta({ id: 'RejectedLoanRow', description: 'A row of a loan import' }));

export const Rejection = z
  .union([RejectedLoanRow, RejectedListRow])
  .check(z.meta({ id: 'Rejection', description: 'A row that was not taken, with what it said and why' }));

export const PreviewedChange = z
  .object({
    row: z.nullable(z.int().check(z.minimum(1))),
    creditCode: CompanyCode,
    name: Label,
    category: Word,
    certificateNumber: Label,
    issuedOn: z.nullable(Day),
    validUntil: z.nullable(Day),
    change: z.enum(['added', 'updated', 'revoked']),
  })
  .check(z.meta({ id: 'PreviewedChange', description: 'What a dry run would change; `row` is null for a revocation' }));

export const Refresh = z
  .object({
    refreshId: Id,
    state: z.enum(['running', 'done']),
    total: count,
    processed: count,
    changed: count,
    /** Why it was ordered, if an official ordered it and said so. */
    reason: z.nullable(FreeText),
    version: z.int(),
  })
  .check(z.meta({ id: 'Refresh', description: 'Requalification of the list 名单重新核定' }));
