import * as z from 'zod/mini';
import { inclusionStates } from '../domain/inclusion.ts';
import { Day, Id, Word } from './fields.ts';
import { evidenceMax } from './inclusions.ts';
import { CompanyCode, FreeText, Label } from './reply-fields.ts';

export const Inclusion = z
  .object({
    inclusionId: Id,
    creditCode: CompanyCode,
    name: Label,
    innovationNeed: FreeText,
    financingLack: FreeText,
    evidence: z
      .array(
        z.object({
          kind: Word,
          reference: z.nullable(Label),
          documentId: z.nullable(Id),
          datedOn: z.nullable(Day),
        }),
      )
      .check(z.maxLength(evidenceMax)),
    /** The last day on the list; null is open-ended. */
    validUntil: z.nullable(Day),
    /** Institution id, credit code or the office. */
    submittedBy: Label,
    submittedOn: Day,
    state: z.enum(inclusionStates),
    meetingId: z.nullable(Id),
    itemId: z.nullable(Id),
    /** The first day on the list. */
    includedFrom: z.nullable(Day),
    reason: z.nullable(FreeText),
    version: z.int(),
  })
  .check(z.meta({ id: 'Inclusion', description: 'Request for exceptional inclusion 特别纳入申请' }));
