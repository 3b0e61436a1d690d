import { describe, expect, test } from 'vitest';
import { reviewApplication } from '../../shared/operations/applications/review.ts';
import { submitApplication } from '../../shared/operations/applications/submit.ts';
import { guardKey } from '../../shared/store/enterprises.ts';
import { commit } from '../../shared/store/transaction.ts';
import { before } from '../support/between.ts';
import { admit, anApplication, bank, commandBy, creditCode, list } from '../support/fixtures.ts';
import { openStore } from '../support/store.ts';

const code = creditCode(51);
const approve = { decision: 'approve', approvedAmountFen: null, annualRateBp: 365, annualRatePpm: null } as const;

describe('an automatic confirmation', () => {
  test('is not made where the enterprise falls into default between the reading and the writing', async () => {
    const { services } = await openStore();
    await admit(services, 'rcb');
    await list(services, code);
    const submitted = await submitApplication(services, commandBy(services, bank(), 'submit-01'), anApplication(code));
    if (submitted.kind === 'refused') throw new Error(submitted.code);
    const { applicationId } = JSON.parse(submitted.answer.body);
    const names = { '#defaults': 'defaults' };
    before(services, 'TransactWriteItemsCommand', () =>
      commit(services.database, [
        {
          kind: 'update',
          ...guardKey(code),
          set: { expression: 'SET #defaults = :one', names, values: { ':one': 1 } },
        },
      ]),
    );
    const reviewed = await reviewApplication(
      services,
      commandBy(services, bank(), 'review-01'),
      applicationId,
      approve,
    );
    if (reviewed.kind === 'refused') throw new Error(reviewed.code);
    expect(JSON.parse(reviewed.answer.body).state).toBe('approved-by-institution');
  });
});
