import { beforeAll, describe, expect, test } from 'vitest';
import { submitApplication } from '../../../shared/operations/applications/submit.ts';
import type { Caller } from '../../../shared/operations/caller.ts';
import { mayReadHistory } from '../../../shared/operations/enterprises/access.ts';
import { listEnterprises } from '../../../shared/operations/enterprises/list-enterprises.ts';
import { readEligibility } from '../../../shared/operations/enterprises/read-eligibility.ts';
import { readEnterprise } from '../../../shared/operations/enterprises/read-enterprise.ts';
import type { EnterpriseFilter } from '../../../shared/operations/enterprises/search.ts';
import { enterpriseView } from '../../../shared/operations/enterprises/view.ts';
import type { Services } from '../../../shared/operations/services.ts';
import { admit, anApplication, bank, commandBy, creditCode, office } from '../../support/fixtures.ts';
import { openStore } from '../../support/store.ts';
import { aRow, importRows } from './list-city.ts';

const today = '2026-03-02';
const as = (role: Caller['role'], org: string): Caller => ({ sub: `${role}-x`, name: role, org, role });
const [first, second, third] = [creditCode(1), creditCode(2), creditCode(3)];

describe('reading enterprises (R7, R10; who sees what)', () => {
  let services: Services;
  beforeAll(async () => {
    ({ services } = await openStore());
    await admit(services, 'rcb');
    await admit(services, 'icbc');
    await admit(services, 'talent', 'guarantor');
    await importRows(services, [
      aRow(first, { name: '平湖明湖芯科技有限公司' }),
      aRow(second, { name: '浙江明月ABC芯片（平湖）有限公司', validUntil: '2026-03-01' }),
      aRow(third, { name: '嘉兴芯明芯科技有限公司' }),
    ]);
    await importRows(services, [aRow(first, { name: '平湖明湖芯科技有限公司' })], { category: 'gazelle' });
    const application = anApplication(first, { amountFen: 400_000_000, mode: 'guarantee', guarantorId: 'talent' });
    await submitApplication(services, commandBy(services, bank(), 'reading-application'), application);
  });

  const view = async (caller: Caller, code: string) => {
    const items = await readEnterprise(services, caller, code);
    return items && enterpriseView(items, caller, today);
  };

  test('exposure is shown to the enterprise, to a bank with something open there, and to those who see all', async () => {
    const shown = { exposureFen: 400_000_000, capFen: 1_000_000_000, leftFen: 600_000_000 };
    const hidden = { exposureFen: null, capFen: null, leftFen: null, exposureByInstitution: null };
    expect(await view(office(), first)).toMatchObject({ ...shown, exposureByInstitution: { rcb: 400_000_000 } });
    expect(await view(as('enterprise', first), first)).toMatchObject({
      ...shown,
      exposureByInstitution: { rcb: 400_000_000 },
    });
    expect(await view(bank('rcb'), first)).toMatchObject({ ...shown, exposureByInstitution: null });
    expect(await view(bank('icbc'), first)).toMatchObject(hidden);
    expect(await view(as('member', 'science'), first)).toMatchObject(hidden);
    expect(await view(as('finance', 'finance-bureau'), first)).toMatchObject(hidden);
  });

  test('an enterprise sees itself alone, and a guarantor the firms that it guarantees', async () => {
    expect(await view(as('enterprise', second), first)).toBeNull();
    expect(await view(as('guarantor', 'talent'), first)).toMatchObject({ creditCode: first, exposureFen: null });
    expect(await view(as('guarantor', 'talent'), second)).toBeNull();
    expect(await view(office(), creditCode(77))).toBeNull();
    const mayRead: string[] = [];
    for (const role of ['office', 'auditor', 'bank', 'enterprise', 'guarantor', 'member', 'finance'] as const) {
      if (await mayReadHistory(services, as(role, role === 'enterprise' ? first : 'x'), first)) mayRead.push(role);
    }
    expect(mayRead).toEqual(['office', 'auditor', 'bank', 'enterprise']);
  });

  test('the standing is today’s, whatever the last refresh said', async () => {
    expect(await view(office(), second)).toMatchObject({
      listed: false,
      listedSince: null,
      basis: null,
      qualifications: [{ category: 'high-tech', state: 'expired', validUntil: '2026-03-01' }],
    });
    expect(await view(office(), first)).toMatchObject({
      listed: true,
      listedSince: '2025-01-01',
      basis: 'automatic',
      nextChangeOn: '2028-01-01',
    });
  });

  async function found(filter: EnterpriseFilter, limit = 50): Promise<readonly string[]> {
    const codes: string[] = [];
    let after: Readonly<Record<string, unknown>> | undefined;
    do {
      const page = await listEnterprises(services, filter, today, { limit, after });
      codes.push(...page.items.map(({ stored }) => stored.state.creditCode));
      after = page.next;
    } while (after);
    return codes;
  }

  test.each<readonly [string, readonly string[]]>([
    ['明湖', [first]],
    ['芯科', [first, third]],
    ['有限公司', [first, second, third]],
    ['mhx', [first]],
    ['ABC', [second]],
    ['abcxp', [second]],
    ['芯片(平湖', [second]],
    ['芯片平湖', [second]],
    ['pinghu', []],
    [first.slice(0, 17).toLowerCase(), [first]],
    ['9133', [first, second, third]],
    ['xm', [third]],
  ])('a search for %s finds %j, each once', async (q, expected) => {
    expect([...(await found({ q }))].sort()).toEqual([...expected].sort());
    expect([...(await found({ q }, 1))].sort()).toEqual([...expected].sort());
  });

  test('the list is by code, and filtered by today’s standing and by category', async () => {
    expect(await found({}, 2)).toEqual([first, second, third].sort());
    expect(await found({ listed: 'true' }, 1)).toEqual([first, third].sort());
    expect(await found({ listed: 'false' })).toEqual([second]);
    expect(await found({ category: 'gazelle' })).toEqual([first]);
    expect(await found({ category: 'high-tech', listed: 'true' })).toEqual([first, third].sort());
    expect(await found({ category: 'high-tech', q: '芯片' })).toEqual([second]);
    expect(await found({ category: 'gazelle', q: '芯片' })).toEqual([]);
  });

  test('an enterprise is found by a former name too, and still once', async () => {
    const code = creditCode(40);
    await importRows(services, [aRow(code, { name: '平湖云帆科技有限公司' })]);
    await importRows(services, [aRow(code, { name: '平湖云海科技有限公司' })]);
    await importRows(services, [aRow(code, { name: '平湖云帆科技有限公司' })]);
    expect(await found({ q: '云帆' })).toEqual([code]);
    expect(await found({ q: '云海' })).toEqual([code]);
    expect(await found({ q: '湖云' }, 1)).toEqual([code]);
    expect(await found({ q: 'phyf' }, 1)).toEqual([code]);
    expect(await found({ q: 'yhkj' })).toEqual([code]);
  });

  test('eligibility answers rule by rule, and hides from a bank what is another’s', async () => {
    const ask = (caller: Caller, creditCode: string, amountFen: number | null = null, on = today) =>
      readEligibility(services, caller, { creditCode, on, amountFen });
    const own = await ask(bank('rcb'), first, 600_000_000);
    expect(own).toMatchObject({ eligible: true, sufficient: true, policy: 'measures-2024', on: today });
    expect(own?.reasons.map(({ rule, ok }) => [rule, ok])).toEqual([
      ['R5', true],
      ['R9', true],
      ['R10', true],
      ['R16', true],
    ]);
    expect(own?.reasons[2]?.facts).toEqual({
      cap: 1_000_000_000,
      asked: 600_000_000,
      used: 400_000_000,
      left: 600_000_000,
    });
    const others = await ask(bank('icbc'), first, 600_000_001);
    expect(others).toMatchObject({ eligible: true, sufficient: false });
    expect(others?.reasons[2]).toMatchObject({ ok: false, facts: { cap: 1_000_000_000, asked: 600_000_001 } });
    expect(await ask(bank('icbc'), first, 600_000_000)).toMatchObject({ sufficient: true });
    expect(others?.reasons[2]?.facts).not.toHaveProperty('used');
    expect(await ask(bank('nowhere'), first)).toMatchObject({ eligible: false, sufficient: null });
    expect(await ask(office(), creditCode(77), 1)).toMatchObject({
      eligible: false,
      reasons: [{ rule: 'R5', ok: false, facts: { known: false } }, { rule: 'R10', ok: true }, { rule: 'R16' }],
    });
    // The day before the end, the day of it, the day after.
    for (const [on, eligible] of [
      ['2026-02-28', true],
      ['2026-03-01', true],
      ['2026-03-02', false],
    ] as const) {
      expect(await ask(office(), second, null, on)).toMatchObject({ eligible, on });
    }
    expect(await ask(as('enterprise', second), first)).toBeNull();
  });
});
