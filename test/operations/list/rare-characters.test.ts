import { beforeAll, describe, expect, test } from 'vitest';
import { listEnterprises } from '../../../shared/operations/enterprises/list-enterprises.ts';
import { endInclusions } from '../../../shared/operations/inclusions/end-due.ts';
import type { Services } from '../../../shared/operations/services.ts';
import { admit, creditCode } from '../../support/fixtures.ts';
import { answerOf } from '../../support/lending.ts';
import { openStore } from '../../support/store.ts';
import { approvals, ask, convene, resolve, voteAll, workConference } from '../conference/conference-city.ts';
import { aRow, importRows } from './list-city.ts';

const today = '2026-03-02';
const [imported, included, folded] = [creditCode(41), creditCode(42), creditCode(43)];
let services: Services;

beforeAll(async () => {
  ({ services } = await openStore());
  await admit(services, 'rcb');
});

async function found(q: string): Promise<readonly string[]> {
  const { items } = await listEnterprises(services, { q }, today, { limit: 50, after: undefined });
  return items.map(({ stored }) => stored.state.creditCode);
}

describe('an enterprise with characters beyond U+FFFF in its name', () => {
  test('is imported, beside others of its list', async () => {
    const view = await importRows(services, [
      aRow(imported, { name: '平湖𠮷𬭎科技有限公司' }),
      aRow(creditCode(44), { name: '平湖普通科技有限公司' }),
    ]);
    expect(view).toMatchObject({ state: 'done', added: 2, rejected: 0 });
  });

  test.each([
    ['湖𠮷', 'the second character rare'],
    ['𬭎科', 'the first character rare'],
    ['𠮷𬭎', 'both characters rare'],
    ['平湖𠮷𬭎科技', 'rare characters within'],
    ['限公', 'what stands behind them'],
  ])('is found by %s: %s', async (q) => {
    expect(await found(q)).toContain(imported);
  });

  test('is not found by one character alone, whatever its length in memory', async () => {
    expect(await found('𬭎')).toEqual([]);
  });

  test('is included by a resolution that is carried out, and found', async () => {
    const inclusionId = await ask(services, included, { name: '平湖𬭎材料有限公司' });
    const meetingId = await convene(services, { inclusionIds: [inclusionId] });
    await voteAll(services, meetingId, 'item-1', approvals);
    answerOf(await resolve(services, meetingId));
    await workConference(services);
    expect(await found('湖𬭎')).toContain(included);
    expect(await endInclusions(services, services.now())).toEqual({ ended: 0 });
  });
});

test('an enterprise whose name is as long as a name may be is imported, and found by its beginning', async () => {
  const name = `平湖${'𬭎'.repeat(97)}有限公司`;
  expect(await importRows(services, [aRow(folded, { name })])).toMatchObject({ state: 'done', added: 1 });
  expect(await found('湖𬭎𬭎𬭎')).toEqual([folded]);
});
