import { beforeAll, describe, expect, test } from 'vitest';
import { submitApplication } from '../../shared/operations/applications/submit.ts';
import type { Services } from '../../shared/operations/services.ts';
import { type GuardItem, guardKey } from '../../shared/store/enterprises.ts';
import { readItems } from '../../shared/store/read.ts';
import { admit, anApplication, bank, commandBy, creditCode, list } from '../support/fixtures.ts';
import { openStore } from '../support/store.ts';

describe('an application reserves its amount of the enterprise’s cap', () => {
  let services: Services;
  beforeAll(async () => {
    ({ services } = await openStore());
    await admit(services, 'rcb');
    await admit(services, 'icbc');
  });

  const exposureOf = async (code: string): Promise<number | undefined> =>
    (await readItems(services.database, [guardKey(code)])).get<GuardItem>(guardKey(code))?.exposureFen;

  test('sixty applications from two banks at once use the cap to the fen and never pass it', async () => {
    const code = creditCode(60);
    await list(services, code);
    // Thirty-three and a third fit: 30,000,000 fen each under a cap of 1,000,000,000.
    const outcomes = await Promise.all(
      Array.from({ length: 60 }, (_, index) => {
        const institutionId = index % 2 === 0 ? 'rcb' : 'icbc';
        const request = anApplication(code, { institutionId, amountFen: index === 0 ? 40_000_000 : 30_000_000 });
        return submitApplication(services, commandBy(services, bank(institutionId), `race-${index}`), request);
      }),
    );
    const refused = outcomes.filter((outcome) => outcome.kind === 'refused');
    expect(new Set(refused.map((outcome) => outcome.code))).toEqual(new Set(['cap-exceeded']));
    const accepted = outcomes.length - refused.length;
    const used = await exposureOf(code);
    expect(used).toBeLessThanOrEqual(1_000_000_000);
    expect(1_000_000_000 - Number(used)).toBeLessThan(30_000_000);
    expect([32 * 30_000_000 + 40_000_000, 33 * 30_000_000]).toContain(used);
    expect(accepted).toBe(33);
  });

  test('the same request sent 25 times at once is one application with one answer', async () => {
    const code = creditCode(25);
    await list(services, code);
    const request = anApplication(code);
    const outcomes = await Promise.all(
      Array.from({ length: 25 }, () =>
        submitApplication(services, commandBy(services, bank(), 'same-key', { body: request }), request),
      ),
    );
    const bodies = outcomes.map((outcome) => (outcome.kind === 'answered' ? outcome.answer.body : outcome.code));
    expect(new Set(bodies).size).toBe(1);
    expect(outcomes.filter((outcome) => outcome.kind === 'answered' && !outcome.replayed)).toHaveLength(1);
    expect(await exposureOf(code)).toBe(request.amountFen);
  });

  test('one fen over what is left is refused, and what is left exactly fits', async () => {
    const code = creditCode(1);
    await list(services, code);
    const submit = (key: string, amountFen: number) =>
      submitApplication(services, commandBy(services, bank(), key), anApplication(code, { amountFen }));
    expect(await submit('fen-one', 999_999_999)).toMatchObject({ kind: 'answered' });
    expect(await submit('fen-two', 2)).toMatchObject({
      kind: 'refused',
      code: 'cap-exceeded',
      rule: 'R10',
      facts: { cap: 1_000_000_000, asked: 2, used: 999_999_999, left: 1 },
    });
    expect(await submit('fen-three', 1)).toMatchObject({ kind: 'answered' });
    expect(await exposureOf(code)).toBe(1_000_000_000);
  });
});
