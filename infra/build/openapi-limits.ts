import type * as z from 'zod/mini';
import type { CreateDocumentOptions } from 'zod-openapi';
import { FileName, Sha256 } from '../../shared/contracts/documents.ts';
import {
  CreditCode,
  Day,
  Id,
  Instant,
  InstitutionId,
  PersonName,
  pageQuery,
  ShortText,
  Text,
  Word,
} from '../../shared/contracts/fields.ts';
import { Account } from '../../shared/contracts/fund.ts';
import { CompanyCode, Cursor, Hash, Key, Month, RuleName, Salt } from '../../shared/contracts/reply-fields.ts';
import { fileNameCharactersMax } from '../../shared/domain/document-type.ts';

const int32Max = 2_147_483_647;

/** The longest text that the form of each lets through, for readers that judge no patterns. */
const longest = new Map<z.core.$ZodType, number>([
  [Account, 51],
  [CompanyCode, 18],
  [Cursor, 4000],
  [Day, 10],
  [FileName, fileNameCharactersMax],
  [Hash, 64],
  [Salt, 32],
  [Id, 64],
  [Instant, 40],
  [InstitutionId, 40],
  [Key, 100],
  [Month, 7],
  [RuleName, 40],
  [Sha256, 64],
  [Word, 64],
]);

/** Said once and referred to; in the functions’ own schemas the names would be dead weight. */
export const namedSchemas = {
  CreditCode,
  Day,
  Id,
  Instant,
  InstitutionId,
  PersonName,
  ShortText,
  Text,
  Word,
  FileName,
};

/**
 * Says in the document what schemas imply: how long a text of a form can be, and how wide a whole number.
 */
export const withLimits: CreateDocumentOptions['override'] = ({ jsonSchema, zodSchema }) => {
  const length = longest.get(zodSchema);
  if (length !== undefined) jsonSchema.maxLength = length;
  if (zodSchema === pageQuery.cursor) jsonSchema.maxLength = 4000;
  if (jsonSchema.type === 'integer') {
    const { minimum = 0, maximum = Number.MAX_SAFE_INTEGER } = jsonSchema;
    jsonSchema.format = minimum >= -int32Max && maximum <= int32Max ? 'int32' : 'int64';
  }
};
