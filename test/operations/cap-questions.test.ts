import { beforeEach, describe, expect, test } from 'vitest';
import { recordQuestion } from '../../shared/operations/enterprises/record-question.ts';
import { readPolicy } from '../../shared/operations/policies/read.ts';
import { policyLayout } from '../../shared/store/policies.ts';
import { bookIn, policyBookKey } from '../../shared/store/policy-book.ts';
import { questionsIn, questionsKey } from '../../shared/store/questions.ts';
import { readItems } from '../../shared/store/read.ts';
import { keyOfResource } from '../../shared/store/resource.ts';
import { before } from '../support/between.ts';
import { Crash, faults, hookFaults } from '../support/faults.ts';
import { bank, creditCode, office } from '../support/fixtures.ts';
import { approveVersion } from '../support/policies.ts';
import { openStore, type TestStore } from '../support/store.ts';
import { tamperingWith } from '../support/tampering.ts';

const code = creditCode(61);
const place = { institutionId: 'icbc', creditCode: code, on: '2026-03-02' };
let store: TestStore;
beforeEach(async () => {
  store = await openStore('2026-03-02T02:00:00.000Z');
});

const ask = (limit: number) =>
  recordQuestion(store.services, bank('icbc'), { creditCode: code, amountFen: 1, at: store.services.now(), limit });
const recorded = async () => {
  const key = questionsKey(place);
  return questionsIn(await readItems(store.services.database, [key]), key);
};

describe('a question about a cap', () => {
  test.each(faults)('met by a %s is answered only if it is recorded, and recorded once', async (fault) => {
    const hook = hookFaults(store.services.database.client);
    for (let site = 1; site <= 2; site += 1) {
      const asked = (await recorded())?.asked ?? 0;
      hook.arm(fault, site);
      const answered = await ask(100).catch((error: unknown) => {
        if (error instanceof Crash) return 'crashed';
        throw error;
      });
      hook.arm(null, 0);
      const counted = ((await recorded())?.asked ?? 0) - asked;
      if (answered === null) expect(counted).toBe(1);
      else expect([answered, counted <= 1]).toEqual(['crashed', true]);
    }
    const day = await recorded();
    expect(day?.questions).toHaveLength(day?.asked ?? 0);
  });

  test('that another overtakes to the last answer of the day gets none', async () => {
    before(store.services, 'TransactWriteItemsCommand', async () => {
      expect(await ask(1)).toBeNull();
    });
    expect(await ask(1)).toMatchObject({ code: 'questions-used-up', facts: { perDay: 1 } });
    expect(await recorded()).toMatchObject({ asked: 1, questions: [{ sub: 'bank-icbc', amountFen: 10_000_000 }] });
  });
});

test('a version that was approved before a parameter was known has its built-in value', async () => {
  const policyId = await approveVersion(store.services, '2026-03-03', { enterpriseCapFen: 500_000_000 });
  const tampering = tamperingWith(store.services);
  const strip = ({ parameters, ...version }: Record<string, unknown>) => {
    const { eligibilityQuestionsPerDay: _unknown, ...known } = parameters as Record<string, unknown>;
    return { ...version, parameters: known };
  };
  const items = await readItems(store.services.database, [policyBookKey, keyOfResource(policyLayout, policyId)]);
  const { approved } = items.get<{ approved: Record<string, unknown>[] }>(policyBookKey) ?? { approved: [] };
  await tampering.change(policyBookKey, { approved: approved.map(strip) });
  const { data } = items.get<{ data: Record<string, unknown> }>(keyOfResource(policyLayout, policyId)) ?? { data: {} };
  await tampering.change(keyOfResource(policyLayout, policyId), { data: strip(data) });

  const book = bookIn(await readItems(store.services.database, [policyBookKey]));
  expect(book.at(-1)).toMatchObject({ policyId, parameters: { eligibilityQuestionsPerDay: 10 } });
  const read = await readPolicy(store.services, office(), policyId);
  expect(read?.policy.parameters).toMatchObject({ eligibilityQuestionsPerDay: 10, enterpriseCapFen: 500_000_000 });
});
