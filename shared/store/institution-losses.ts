import type { LossFigures } from '../domain/breaker.ts';
import type { Fen } from '../domain/money.ts';
import type { ItemKey } from './database.ts';
import type { Items } from './read.ts';
import type { Condition, Write } from './transaction.ts';

/** What an institution's loss ratio rests on (R28), apart from the institution, whose version every application checks. */
export const lossesKey = (institutionId: string): ItemKey => ({
  table: 'institutions',
  key: { pk: `losses#${institutionId}` },
});

/** An institution's figures among items that were read; zero before the first. */
export function lossesIn(items: Items, institutionId: string): LossFigures {
  const found = items.get<Partial<LossFigures>>(lossesKey(institutionId));
  return { compensatedFen: found?.compensatedFen ?? 0, disbursedFen: found?.disbursedFen ?? 0 };
}

const names = { '#compensated': 'compensatedFen', '#disbursed': 'disbursedFen' };

/** Counts principal disbursed: a disbursement, or loans of an import. Racing ones meet no condition. */
export const countDisbursed = (institutionId: string, principalFen: Fen): Write => ({
  kind: 'update',
  ...lossesKey(institutionId),
  set: {
    expression: 'ADD #disbursed :principal',
    names: { '#disbursed': names['#disbursed'] },
    values: { ':principal': principalFen },
  },
});

/**
 * Counts principal compensated, where what decided about the breaker still holds: nothing else was compensated since it was
 * read, and, where it opens by this, nothing was disbursed, which would have lowered the ratio.
 */
export function countCompensated(
  institutionId: string,
  principalFen: Fen,
  read: LossFigures,
  { opens }: { readonly opens: boolean },
): Write {
  return {
    kind: 'update',
    ...lossesKey(institutionId),
    set: {
      expression: 'ADD #compensated :principal',
      names: { '#compensated': names['#compensated'] },
      values: { ':principal': principalFen },
    },
    condition: asRead(opens ? read : { compensatedFen: read.compensatedFen }),
  };
}

/** Nothing was compensated since it was read; what is disbursed meanwhile only lowers the ratio. */
export const lossesCheck = (institutionId: string, read: LossFigures): Write => ({
  kind: 'check',
  ...lossesKey(institutionId),
  condition: asRead({ compensatedFen: read.compensatedFen }),
});

/** Some figures are as they were read. 0 and none are the same, whoever has written a 0. */
function asRead({ compensatedFen, disbursedFen }: Partial<LossFigures>): Condition {
  const parts = [
    ...(compensatedFen === undefined ? [] : [isFigure('compensated', compensatedFen)]),
    ...(disbursedFen === undefined ? [] : [isFigure('disbursed', disbursedFen)]),
  ];
  return {
    expression: parts.map(({ expression }) => expression).join(' AND '),
    names: Object.assign({}, ...parts.map(({ names }) => names)),
    values: Object.assign({}, ...parts.map(({ values }) => values)),
  };
}

const isFigure = (figure: 'compensated' | 'disbursed', readFen: Fen): Condition => ({
  expression:
    readFen === 0 ? `(attribute_not_exists(#${figure}) OR #${figure} = :${figure})` : `#${figure} = :${figure}`,
  names: { [`#${figure}`]: names[`#${figure}`] },
  values: { [`:${figure}`]: readFen },
});
