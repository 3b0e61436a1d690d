import * as z from 'zod/mini';
import { importModes } from '../domain/list-import.ts';
import { commandBody, Day, Id, orNull, ShortText, Text, Word } from './fields.ts';

/** The recognition document that a list comes from. */
const Source = z.strictObject({ title: Text, documentNumber: orNull(ShortText), issuedOn: orNull(Day) });

export const CancelImport = commandBody({ reason: Text }).check(z.meta({ id: 'CancelImport' }));

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
