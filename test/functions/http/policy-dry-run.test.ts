import { beforeAll, describe, expect, test } from 'vitest';
import { dayAt } from '../../../shared/domain/calendar.ts';
import { submitApplication } from '../../../shared/operations/applications/submit.ts';
import { dryRunPolicy } from '../../../shared/operations/policies/dry-run.ts';
import { admit, anApplication, bank, commandBy, creditCode, list, office } from '../../support/fixtures.ts';
import { auditor, bankOf, type Handlers, officer, openHandlers } from '../../support/handlers.ts';

const [large, gazelle, unicorn, plain] = [1, 2, 3, 4].map(creditCode) as [string, string, string, string];

describe('the dry run of a draft', () => {
  let api: Handlers;
  let policyId = '';
  beforeAll(async () => {
    api = await openHandlers();
    const { services, setNow } = api;
    // The functions read the process's clock.
    setNow(new Date().toISOString());
    await admit(services, 'rcb');
    await list(services, large);
    await list(services, gazelle, { category: 'gazelle' });
    await list(services, unicorn, { category: 'unicorn' });
    await list(services, plain);
    for (const [code, amountFen] of [
      [large, 600_000_000],
      [gazelle, 1_000_000],
      [plain, 1_000_000],
    ] as const) {
      const request = anApplication(code, { amountFen });
      // Ids of one millisecond sort by chance.
      setNow(new Date(Date.parse(services.now()) + 1).toISOString());
      const outcome = await submitApplication(services, commandBy(services, bank(), `apply-${code}`), request);
      expect(outcome.kind).toBe('answered');
    }
    const draft = await api.post(officer, '/v1/policies', {
      name: '修订',
      effectiveFrom: '2096-04-01',
      source: { title: '修订通知' },
      parameters: { eligibleCategories: ['high-tech', 'unicorn'], enterpriseCapFen: 500_000_000 },
    });
    policyId = String(draft.body.policyId);
  });

  test('names what would differ today: parameters, list, exposure above the cap, applications', async () => {
    const reply = await api.get(auditor, `/v1/policies/${policyId}/dry-run`);
    expect(reply).toMatchObject({
      status: 200,
      body: {
        policyId,
        inForce: 'measures-2024',
        parameters: [
          { name: 'eligibleCategories', proposed: ['high-tech', 'unicorn'] },
          { name: 'enterpriseCapFen', now: 1_000_000_000, proposed: 500_000_000 },
        ],
        enterprises: {
          lookedAt: 4,
          becomeListed: { count: 1, items: [{ creditCode: unicorn }] },
          becomeUnlisted: { count: 1, items: [{ creditCode: gazelle }] },
          comeAboveCap: { count: 1, items: [{ creditCode: large, exposureFen: 600_000_000 }] },
        },
        applications: {
          lookedAt: 3,
          wouldBeRefused: {
            count: 2,
            items: [
              { creditCode: large, code: 'cap-exceeded', rule: 'R10' },
              { creditCode: gazelle, code: 'not-listed', rule: 'R5' },
            ],
          },
        },
        complete: true,
        nextCursor: null,
      },
    });
  });

  test('shows so many of each and counts them all', async () => {
    const { body } = await api.get(officer, `/v1/policies/${policyId}/dry-run?limit=1`);
    const { wouldBeRefused } = body.applications as { wouldBeRefused: { count: number; items: object[] } };
    expect(wouldBeRefused.count).toBe(2);
    expect(wouldBeRefused.items).toHaveLength(1);
  });

  test('goes on from where a call has ended, until all has been looked at once', async () => {
    const { services } = api;
    const looked = { enterprises: 0, applications: 0, calls: 0 };
    let after: Parameters<typeof dryRunPolicy>[4]['after'];
    do {
      const reach = { readAtOnce: 1, pagesMax: 2 };
      const page = { limit: 50, after };
      const run = await dryRunPolicy(services, office(), policyId, dayAt(services.now()), page, reach);
      looked.enterprises += run?.view.enterprises.lookedAt ?? 0;
      looked.applications += run?.view.applications.lookedAt ?? 0;
      looked.calls += 1;
      expect(run?.view.complete).toBe(run?.next === undefined);
      after = run?.next;
    } while (after && looked.calls < 20);
    expect(looked).toMatchObject({ enterprises: 4, applications: 3 });
    expect(looked.calls).toBeGreaterThan(3);
  });

  test('is the office’s and the auditor’s; a version in force differs in nothing; an unknown one is not found', async () => {
    expect((await api.get(bankOf('rcb'), `/v1/policies/${policyId}/dry-run`)).status).toBe(403);
    expect((await api.get(officer, '/v1/policies/none/dry-run')).status).toBe(404);
    const { body } = await api.get(officer, '/v1/policies/measures-2024/dry-run');
    expect(body).toMatchObject({ parameters: [], enterprises: { becomeListed: { count: 0 } } });
    const bad = await api.get(officer, `/v1/policies/${policyId}/dry-run?cursor=x`);
    expect(bad).toMatchObject({ status: 400, body: { code: 'cursor-invalid' } });
  });
});
