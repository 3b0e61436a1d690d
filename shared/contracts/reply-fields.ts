import * as z from 'zod/mini';

/**
 * The forms of fields in answers alone. Tests hold every answer against them and the OpenAPI document tells them; no
 * function loads them, since none judges its own answers. How long a text may be is what the requests, the rows of an
 * import or the issuer's claims let in.
 */

/** A unified social credit code as the system keeps it: normalised and checked (R3). */
export const CompanyCode = z
  .string()
  .check(
    z.regex(/^[0-9A-HJ-NPQRTUWXY]{18}$/),
    z.meta({ id: 'CompanyCode', description: 'Unified social credit code' }),
  );

/** A name, title or number that somebody gave. */
export const Label = z.string().check(z.maxLength(2000), z.meta({ id: 'Label', description: 'A name or number' }));

/** What a person wrote: a reason, a statement, a note. */
export const FreeText = z.string().check(z.maxLength(2000), z.meta({ id: 'FreeText', description: 'A free text' }));

/** What the system says in words. */
export const Sentence = z
  .string()
  .check(z.maxLength(10_000), z.meta({ id: 'Sentence', description: 'Words of the system, for people' }));

/** A field of an import's row as it came, cut to its bound. */
export const RowText = z
  .string()
  .check(z.maxLength(300), z.meta({ id: 'RowText', description: 'As it came; "" where the row said nothing' }));

/** A claim of the caller's token. */
export const Subject = z
  .string()
  .check(z.maxLength(2000), z.meta({ id: 'Subject', description: 'Of the token, or of the job that acted' }));

/** A rule of the programme, such as `R24`. */
export const RuleName = z.string().check(z.regex(/^[A-Za-z0-9-]{1,40}$/), z.meta({ id: 'RuleName', example: 'R24' }));

/** The name of a figure, category, institution or parameter, where names are data. */
export const Key = z.string().check(z.regex(/^[A-Za-z0-9][A-Za-z0-9_.:-]{0,99}$/), z.meta({ id: 'Key' }));

/** SHA-256 in lower-case hex. */
export const Hash = z.string().check(z.regex(/^[0-9a-f]{64}$/), z.meta({ id: 'Hash' }));

/** 128 random bits in lower-case hex. */
export const Salt = z.string().check(z.regex(/^[0-9a-f]{32}$/), z.meta({ id: 'Salt' }));

/** A month `YYYY-MM` in Asia/Shanghai. */
export const Month = z.string().check(z.regex(/^\d{4}-\d{2}$/), z.meta({ id: 'Month', example: '2026-03' }));

/** Where a list goes on. */
export const Cursor = z
  .string()
  .check(z.regex(/^[A-Za-z0-9_-]{1,4000}$/), z.meta({ id: 'Cursor', description: 'Opaque: handed back as `cursor`' }));

/** A short-lived address of the object store. */
export const Address = z
  .string()
  .check(z.maxLength(4096), z.meta({ id: 'Address', format: 'uri', description: 'Short-lived' }));

/** A plain figure, date, word or id behind a decision. */
export const Fact = z.union([Sentence, z.number(), z.boolean(), z.null()]);

/** Facts by their names. */
export const Facts = z.record(Key, Fact);

/** An array that no rule bounds, but the most that a function can answer (6 MB) does. */
export const manyOf = <Entry extends z.ZodMiniType>(entry: Entry) => z.array(entry).check(z.maxLength(10_000));

/** A list's answer: one page. */
export const pageOf = <Entry extends z.ZodMiniType>(entry: Entry) =>
  z.object({ items: z.array(entry).check(z.maxLength(200)), nextCursor: z.nullable(Cursor) });
