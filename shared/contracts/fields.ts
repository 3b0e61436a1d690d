import * as z from 'zod/mini';
import { isDay } from '../domain/calendar.ts';
import { isCreditCode, normaliseCreditCode } from '../domain/credit-code.ts';
import { isPersonName } from '../domain/search-form.ts';
import { isComparable, tidy, tidyText } from '../domain/tidy.ts';

/** The forms that fields of every request and reply share (api.md, "Conventions"). */

/** A business date `YYYY-MM-DD` that exists. */
export const Day = z
  .string()
  .check(
    z.refine(isDay, { error: 'date-invalid' }),
    z.meta({ id: 'Day', format: 'date', description: 'Business date in Asia/Shanghai', example: '2026-03-31' }),
  );

/** An instant, UTC, ISO 8601 with milliseconds. */
export const Instant = z.iso.datetime().check(z.meta({ id: 'Instant', example: '2026-03-31T02:15:00.000Z' }));

/** An amount of at least one fen. */
export const PositiveFen = z
  .int()
  .check(
    z.minimum(1),
    z.meta({ id: 'PositiveFen', description: 'Whole fen (1 yuan = 100 fen), at least 1', example: 100_000_000 }),
  );

/** An amount that may be zero. */
export const Fen = z.int().check(z.minimum(0), z.meta({ id: 'Fen', description: 'Whole fen (1 yuan = 100 fen)' }));

/** A rate in whole basis points. */
export const Bp = z
  .int()
  .check(z.minimum(0), z.maximum(1_000_000), z.meta({ id: 'Bp', description: 'Basis points: 10,000 are the whole' }));

/** A rate in parts per million: 4.785 % is 47,850. */
export const Ppm = z
  .int()
  .check(z.minimum(0), z.maximum(100_000_000), z.meta({ id: 'Ppm', description: 'Parts per million' }));

/** A free text; what is invisible in it goes, line breaks stay. */
export const Text = z.string().check(z.overwrite(tidyText), z.minLength(1), z.maxLength(2000));

/** A name or number on one line, short enough to be a key, also once it is folded. */
export const ShortText = z
  .string()
  .check(z.overwrite(tidy), z.minLength(1), z.maxLength(100), z.refine(isComparable, { error: 'too-long-folded' }));

/** An opaque id of this system. */
export const Id = z.string().check(z.regex(/^[A-Za-z0-9][A-Za-z0-9_-]{0,63}$/));

/** An institution's id, chosen when it is entered. */
export const InstitutionId = z.string().check(z.regex(/^[a-z0-9][a-z0-9-]{0,39}$/));

/** An open word of the policy data, such as a category. */
export const Word = z.string().check(z.regex(/^[a-z0-9][a-z0-9-]{0,63}$/));

/** A unified social credit code; lower case and full width are normalised (R3). */
export const CreditCode = z.pipe(z.string().check(z.maxLength(100)), z.transform(normaliseCreditCode)).check(
  z.refine(isCreditCode, { error: 'credit-code-invalid' }),
  z.meta({
    id: 'CreditCode',
    description: 'Unified social credit code, GB 32100-2015',
    example: '91330482MA28A1B2XL',
  }),
);

/** A field that may be left out or null; the system sees null in both cases. */
export const orNull = <Schema extends z.ZodMiniType>(schema: Schema) => z._default(z.nullable(schema), null as never);

/** A person's name. An invisible character in it is refused, not taken out: two names may be meant to look like one. */
export const PersonName = z.string().check(
  z.trim(),
  z.minLength(1),
  z.maxLength(100),
  z.refine(isPersonName, { error: 'person-name-invalid' }),
  z.meta({
    description:
      'A person’s name, compared without width, case and invisible characters (four eyes); refused with one of the latter',
  }),
);

/** Who handled and who checked it, where a machine client says so. */
const Operator = z.strictObject({ handledBy: PersonName, checkedBy: PersonName }).check(z.meta({ id: 'Operator' }));

/** A command's body: its own fields, and optionally the operator; anything else is refused. */
export const commandBody = <Shape extends z.core.$ZodLooseShape>(shape: Shape) =>
  z.strictObject({ ...shape, operator: z.optional(Operator) });

/** The body of a command that has none of its own. */
export const ReasonBody = commandBody({ reason: orNull(Text) });

/**
 * A whole number in a query: decimal digits alone. What a program also takes for a number (`1e1`, `0x2`, ` 5`, nothing at
 * all) is a slip of whoever wrote it.
 */
export const queryInt = (minimum: number, maximum: number = Number.MAX_SAFE_INTEGER) =>
  z
    .pipe(
      z.string().check(z.refine((text) => /^(?:0|[1-9]\d{0,15})$/.test(text), { error: 'digits-needed' })),
      z.pipe(z.transform(Number), z.int().check(z.minimum(minimum), z.maximum(maximum))),
    )
    .check(z.meta({ override: { type: 'integer', minimum, maximum } }));

/** `?limit=` and `?cursor=` of every list. */
export const pageQuery = {
  limit: z
    ._default(queryInt(1, 200), 50)
    .check(z.meta({ override: { type: 'integer', minimum: 1, maximum: 200, default: 50 } })),
  /** Judged by who made it, so that whatever is wrong with it is `cursor-invalid`. */
  cursor: z.optional(z.string()),
};
