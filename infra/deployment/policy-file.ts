import * as z from 'zod/mini';
import { Day } from '../../shared/contracts/fields.ts';
import { builtInOrigins } from '../../shared/domain/built-in-origins.ts';
import { SettingsError } from './settings.ts';

const Origin = z.strictObject({
  effectiveFrom: Day,
  title: z.string().check(z.minLength(1)),
  documentNumber: z._default(z.nullable(z.string()), null),
  issuedOn: z._default(z.nullable(Day), null),
});
const PolicyFile = z.strictObject({ 'former-measures': Origin, 'measures-2024': Origin });

/** From when the two built-in versions are in force, and by which documents. */
export type PolicyOrigins = z.output<typeof PolicyFile>;

/**
 * Judges a city's policy file (R1).
 *
 * @throws SettingsError where a date is still the placeholder, or the new measures do not follow the former ones.
 */
export function parsePolicyFile(json: unknown): PolicyOrigins {
  const result = PolicyFile.safeParse(json);
  if (!result.success) {
    throw new SettingsError(result.error.issues.map(({ path, message }) => `${path.join('.')}: ${message}`).join('\n'));
  }
  const origins = result.data;
  for (const id of ['former-measures', 'measures-2024'] as const) {
    if (origins[id].effectiveFrom === builtInOrigins[id].effectiveFrom) {
      throw new SettingsError(
        `${id}: ${origins[id].effectiveFrom} is the placeholder; set the day of the city's own document`,
      );
    }
  }
  if (origins['former-measures'].effectiveFrom >= origins['measures-2024'].effectiveFrom) {
    throw new SettingsError('measures-2024: must take effect after former-measures');
  }
  return origins;
}
