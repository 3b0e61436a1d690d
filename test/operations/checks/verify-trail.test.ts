import { beforeEach, describe, expect, test } from 'vitest';
import type { Finding } from '../../../shared/domain/check.ts';
import { verifyTrailStep } from '../../../shared/operations/checks/verify-trail.ts';
import { recordRepayment } from '../../../shared/operations/loans/repay.ts';
import type { Services } from '../../../shared/operations/services.ts';
import type { Item } from '../../../shared/store/database.ts';
import { memberKey } from '../../../shared/store/enterprises.ts';
import { eventKey } from '../../../shared/store/trail.ts';
import { before } from '../../support/between.ts';
import { admit, bank, commandBy, creditCode, list } from '../../support/fixtures.ts';
import { hideOnce } from '../../support/half-visible.ts';
import { answerOf, lend } from '../../support/lending.ts';
import { openStore } from '../../support/store.ts';
import { tamperingWith } from '../../support/tampering.ts';

let services: Services;
let loanId: string;
let repayments = 0;

async function repay(): Promise<void> {
  repayments += 1;
  const context = commandBy(services, bank(), `repay-${repayments}`.padEnd(8, '-'));
  answerOf(await recordRepayment(services, context, loanId, { principalFen: 1, interestFen: 0, paidOn: '2026-03-02' }));
}

beforeEach(async () => {
  ({ services } = await openStore());
  await admit(services, 'rcb');
  for (const number of [1, 2, 3]) await list(services, creditCode(number));
  loanId = await lend(services, creditCode(1), 'verified');
  for (let count = 0; count < 6; count += 1) await repay();
});

/** All steps one after another, each place as it would be kept: as JSON. */
async function verified(pageItems?: number) {
  let examined = 0;
  const findings: Finding[] = [];
  let place: Item | null = null;
  do {
    const step = await verifyTrailStep(services, place, pageItems);
    examined += step.examined;
    findings.push(...step.findings);
    place = step.next && JSON.parse(JSON.stringify(step.next));
  } while (place);
  return { examined, findings };
}

describe('verification of the whole trail, step by step', () => {
  test('comes to the same whatever a page holds, be it less than one history', async () => {
    await tamperingWith(services).change(eventKey('loans', loanId, 5), { type: 'gift' });
    await tamperingWith(services).remove(eventKey('enterprises', creditCode(2), 1));
    const whole = await verified();
    expect(whole.findings).toHaveLength(2);
    expect(whole.examined).toBeGreaterThan(12);
    for (const pageItems of [1, 2, 3, 5, 8, 13]) {
      const { examined, findings } = await verified(pageItems);
      expect(examined, String(pageItems)).toBe(whole.examined);
      expect(findings).toEqual(expect.arrayContaining([...whole.findings]));
      expect(findings).toHaveLength(2);
    }
  });

  test.each([
    ['a state', () => ({ table: 'loans', key: { pk: loanId } }) as const],
    ['what an enterprise is listed by', () => memberKey(creditCode(2))],
  ])('raises no alarm of %s that becomes visible a moment after its event', async (_, keyOf) => {
    const seen = hideOnce(services, keyOf());
    expect((await verified()).findings).toEqual([]);
    expect(seen.hidden).toBe(1);
    expect(seen.shown).toBeGreaterThan(0);
  });

  test('finds nothing wrong with what commands write while it reads', async () => {
    before(services, 'BatchGetItemCommand', repay);
    expect((await verified()).findings).toEqual([]);
    before(services, 'ScanCommand', () => list(services, creditCode(4)), 3);
    expect((await verified()).findings).toEqual([]);
  });
});
