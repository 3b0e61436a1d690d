import { describe, expect, test } from 'vitest';
import { submitApplication } from '../../shared/operations/applications/submit.ts';
import { decideAdmission } from '../../shared/operations/institutions/decide-admission.ts';
import { calmly } from '../support/calm.ts';
import { admit, anApplication, bank, commandBy, creditCode, list, office } from '../support/fixtures.ts';
import { answerOf, guardOf } from '../support/lending.ts';
import { openStore } from '../support/store.ts';
import { tearNextRead } from '../support/torn-read.ts';

const code = creditCode(91);
const capFen = 1_000_000_000;

describe.each([0, 1] as const)('a batch of reads that is torn, its half %i first', (first) => {
  const city = async () => {
    const { services } = await openStore();
    for (const id of ['rcb', 'icbc']) await admit(services, id);
    await list(services, code);
    return services;
  };

  test('lets no bank apply that was suspended in the middle of it', async () => {
    const services = await city();
    const others = calmly(services);
    const suspend = { state: 'suspended', from: '2026-03-02', reason: '暂停' } as const;
    tearNextRead(services, first, async () =>
      answerOf(await decideAdmission(others, commandBy(others, office(), 'suspend'), 'rcb', suspend)),
    );
    const outcome = await submitApplication(services, commandBy(services, bank(), 'apply'), anApplication(code));
    expect(outcome).toMatchObject({ kind: 'refused', code: 'institution-not-admitted' });
    expect((await guardOf(services, code))?.exposureFen).toBe(0);
  });

  test('lets nobody pass the cap that another bank filled in the middle of it', async () => {
    const services = await city();
    const others = calmly(services);
    const whole = { amountFen: capFen, institutionId: 'icbc' };
    tearNextRead(services, first, async () =>
      answerOf(await submitApplication(others, commandBy(others, bank('icbc'), 'other'), anApplication(code, whole))),
    );
    const outcome = await submitApplication(services, commandBy(services, bank(), 'apply'), anApplication(code));
    expect(outcome).toMatchObject({ kind: 'refused', code: 'cap-exceeded' });
    expect((await guardOf(services, code))?.exposureFen).toBe(capFen);
  });
});
