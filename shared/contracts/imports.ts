import * as z from 'zod/mini';
import { importKinds, importStates } from '../domain/import.ts';
import { importModes } from '../domain/list-import.ts';
import { loanRowFields } from '../domain/loan-import-row.ts';
import { commandBody, Day, Id, orNull, ShortText, Text, Word } from './fields.ts';

/** The recognition document that a list comes from. */
const Source = z.strictObject({ title: Text, documentNumber: orNull(ShortText), issuedOn: orNull(Day) });

export const AcceptImport = commandBody({
  category: Word,
  mode: z.enum(importModes),
  dryRun: z._default(z.boolean(), false),
  source: Source,
  set: orNull(
    z
      .strictObject({
        id: Id,
        part: z.int().check(z.minimum(1), z.maximum(1000)),
        parts: z.int().check(z.minimum(1), z.maximum(1000)),
      })
      .check(z.refine(({ part, parts }) => part <= parts, { path: ['part'], error: 'part-beyond-parts' })),
  ),
  /** Judged one by one by the worker, each with its own code; whatever a row is, it never refuses the call. */
  rows: z.array(z.unknown()).check(z.maxLength(5000)),
}).check(
  z.meta({
    id: 'AcceptImport',
    description:
      'Rows: `{creditCode, name, certificateNumber?, issuedOn, validUntil?}`, judged one by one by the worker',
  }),
);

const count = z.int().check(z.minimum(0));

export const Import = z
  .object({
    importId: Id,
    /** null in all that only a list has, where it is of loans. */
    kind: z.enum(importKinds),
    category: z.nullable(z.string()),
    mode: z.nullable(z.enum(importModes)),
    dryRun: z.boolean(),
    source: z.nullable(
      z.object({ title: z.string(), documentNumber: z.nullable(z.string()), issuedOn: z.nullable(Day) }),
    ),
    set: z.nullable(z.object({ id: z.string(), part: z.int(), parts: z.int() })),
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
    acceptedBy: z.string(),
    releasedBy: z.nullable(z.string()),
    failure: z.nullable(z.string()),
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
    creditCode: z.string(),
    name: z.string(),
    certificateNumber: z.string(),
    issuedOn: z.string(),
    validUntil: z.string(),
    code: z.string(),
    message: z.string(),
  })
  .check(z.meta({ id: 'RejectedListRow', description: 'A row of a list' }));

/** What a row said, each field as a text, "" where it said nothing. */
const saidOfLoan = Object.fromEntries(loanRowFields.map((field) => [field, z.string()])) as Record<
  (typeof loanRowFields)[number],
  z.ZodMiniString
>;

const RejectedLoanRow = z
  .object({
    row: z.int().check(z.minimum(1)),
    ...saidOfLoan,
    /** Rows of loans name none. */
    name: z.literal(''),
    code: z.string(),
    message: z.string(),
    /** The rule that decided; null where the row's form did. */
    rule: z.nullable(z.string()),
    facts: z.record(z.string(), z.union([z.string(), z.number(), z.boolean(), z.null()])),
  })
  .check(z.meta({ id: 'RejectedLoanRow', description: 'A row of a loan import' }));

export const Rejection = z
  .union([RejectedLoanRow, RejectedListRow])
  .check(z.meta({ id: 'Rejection', description: 'A row that was not taken, with what it said and why' }));

export const PreviewedChange = z
  .object({
    row: z.nullable(z.int().check(z.minimum(1))),
    creditCode: z.string(),
    name: z.string(),
    category: z.string(),
    certificateNumber: z.string(),
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
    version: z.int(),
  })
  .check(z.meta({ id: 'Refresh', description: 'Requalification of the list 名单重新核定' }));
