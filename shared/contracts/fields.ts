import * as z from 'zod';
import { isDay } from '../domain/calendar.ts';
import { isCreditCode, normaliseCreditCode } from '../domain/credit-code.ts';

/** The forms that fields of every request and reply share (api.md, "Conventions"). */

/** A business date `YYYY-MM-DD` that exists. */
export const Day = z
  .string()
  .refine(isDay, { error: 'date-invalid' })
  .meta({ id: 'Day', format: 'date', description: 'Business date in Asia/Shanghai', example: '2026-03-31' });

/** An instant, UTC, ISO 8601 with milliseconds. */
export const Instant = z.iso.datetime().meta({ id: 'Instant', example: '2026-03-31T02:15:00.000Z' });

/** An amount of at least one fen. */
export const PositiveFen = z
  .int()
  .min(1)
  .meta({ id: 'PositiveFen', description: 'Whole fen (1 yuan = 100 fen), at least 1', example: 100_000_000 });

/** An amount that may be zero. */
export const Fen = z.int().min(0).meta({ id: 'Fen', description: 'Whole fen (1 yuan = 100 fen)' });

/** A rate in whole basis points. */
export const Bp = z.int().min(0).max(1_000_000).meta({ id: 'Bp', description: 'Basis points: 10,000 are the whole' });

/** A rate in parts per million: 4.785 % is 47,850. */
export const Ppm = z.int().min(0).max(100_000_000).meta({ id: 'Ppm', description: 'Parts per million' });

/** A free text. */
export const Text = z.string().trim().min(1).max(2000);

/** A name or number, short enough to be a key. */
export const ShortText = z.string().trim().min(1).max(100);

/** An opaque id of this system. */
export const Id = z.string().regex(/^[A-Za-z0-9][A-Za-z0-9_-]{0,63}$/);

/** An institution's id, chosen when it is entered. */
export const InstitutionId = z.string().regex(/^[a-z0-9][a-z0-9-]{0,39}$/);

/** An open word of the policy data, such as a category. */
export const Word = z.string().regex(/^[a-z0-9][a-z0-9-]{0,63}$/);

/** A unified social credit code; lower case and full width are normalised (R3). */
export const CreditCode = z
  .string()
  .max(100)
  .transform(normaliseCreditCode)
  .refine(isCreditCode, { error: 'credit-code-invalid' })
  .meta({ id: 'CreditCode', description: 'Unified social credit code, GB 32100-2015', example: '91330482MA28A1B2XA' });

/** A field that may be left out or null; the system sees null in both cases. */
export const orNull = <Schema extends z.ZodType>(schema: Schema) => z.nullable(schema).default(null as never);

/** Who handled and who checked it, where a machine client says so. */
export const Operator = z.strictObject({ handledBy: ShortText, checkedBy: ShortText }).meta({ id: 'Operator' });

/** A command's body: its own fields, and optionally the operator; anything else is refused. */
export const commandBody = <Shape extends z.ZodRawShape>(shape: Shape) =>
  z.strictObject({ ...shape, operator: Operator.optional() });

/** The body of a command that has none of its own. */
export const ReasonBody = commandBody({ reason: orNull(Text) });

/** `?limit=` and `?cursor=` of every list. */
export const pageQuery = {
  limit: z.coerce.number().pipe(z.int().min(1).max(200)).default(50),
  /** Judged by who made it, so that whatever is wrong with it is `cursor-invalid`. */
  cursor: z.string().optional(),
};

/** A list's answer. */
export const pageOf = <Entry extends z.ZodType>(entry: Entry) =>
  z.object({ items: z.array(entry), nextCursor: z.string().nullable() });
