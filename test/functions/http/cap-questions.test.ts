import { beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { admit, anApplication, creditCode, list } from '../../support/fixtures.ts';
import { auditor, bankOf, type Claims, claimsOf, type Handlers, officer } from '../../support/handlers.ts';
import { openHandlersAt } from '../../support/handlers-at.ts';
import { approveVersion } from '../../support/policies.ts';

/** 100,000 yuan. */
const step = 10_000_000;
const cap = 1_000_000_000;
/** What another bank has taken: what is left is 30 steps and 7 fen. */
const taken = cap - 30 * step - 7;
const [rcb, icbc] = [bankOf('rcb'), bankOf('icbc')];

let api: Handlers;
let next = 4_200;
let code = '';

beforeAll(async () => {
  api = await openHandlersAt('2026-03-02T02:00:00.000Z');
  for (const institutionId of ['rcb', 'icbc']) await admit(api.services, institutionId);
});
beforeEach(async () => {
  api.setNow('2026-03-02T02:00:00.000Z');
  next += 1;
  code = creditCode(next);
  await list(api.services, code);
  const other = anApplication(code, { institutionId: 'rcb', amountFen: taken });
  expect((await api.post(rcb, '/v1/applications', other)).status).toBe(201);
});

interface Answer {
  readonly eligible: boolean;
  readonly sufficient: boolean | null;
  readonly reasons: readonly { readonly rule: string; readonly ok: boolean; readonly facts: object }[];
}

const ask = async (claims: Claims, amountFen: number | null, of = code) => {
  const reply = await api.get(
    claims,
    `/v1/enterprises/${of}/eligibility${amountFen === null ? '' : `?amountFen=${amountFen}`}`,
  );
  return { ...reply, said: reply.body as unknown as Answer };
};
const capReason = ({ reasons }: Answer) => reasons.find(({ rule }) => rule === 'R10');

describe('a bank without anything of its own at an enterprise', () => {
  test('is told in steps of 100,000 yuan whether an amount fits', async () => {
    for (const [amountFen, fits] of [
      [1, true],
      [30 * step - 1, true],
      [30 * step, true],
      [30 * step + 1, false],
      [30 * step + 7, false],
      [30 * step + 8, false],
    ] as const) {
      const { said } = await ask(icbc, amountFen);
      const roundedUp = Math.ceil(amountFen / step) * step;
      expect(said.sufficient, `${amountFen}`).toBe(fits);
      expect(capReason(said)).toEqual({ rule: 'R10', ok: fits, facts: { cap, asked: amountFen, roundedUp } });
    }
  });

  test('finds nothing finer than a step by halving in thirty calls, ten a day', async () => {
    const known = { atLeast: 0, below: cap + 1 };
    for (let call = 0; call < 30; call += 1) {
      api.setNow(`2026-03-0${2 + Math.floor(call / 10)}T02:00:00.000Z`);
      const amountFen = Math.floor((known.atLeast + known.below) / 2);
      const { status, said } = await ask(icbc, amountFen);
      expect(status).toBe(200);
      // What a yes and a no say: the amount that was judged.
      const roundedUp = Math.ceil(amountFen / step) * step;
      if (said.sufficient) known.atLeast = Math.max(known.atLeast, roundedUp);
      else known.below = Math.min(known.below, roundedUp);
    }
    expect(known).toEqual({ atLeast: 30 * step, below: 31 * step });
  });

  test('is told nothing of the cap for no amount, not even whether a fen is left', async () => {
    const { said } = await ask(icbc, null);
    expect(said).toMatchObject({ eligible: true, sufficient: null });
    expect(said.reasons.map(({ rule }) => rule)).toEqual(['R5', 'R9', 'R16']);
    expect((await api.get(officer, `/v1/eligibility-questions?creditCode=${code}`)).body.items).toEqual([]);
    const rest = anApplication(code, { institutionId: 'rcb', amountFen: cap - taken });
    expect((await api.post(rcb, '/v1/applications', rest)).status).toBe(201);
    expect((await ask(icbc, null)).said).toEqual(said);
  });

  test('gets ten answers a day about an enterprise and no eleventh; on the next day and of another it does', async () => {
    for (let asked = 1; asked <= 10; asked += 1) expect((await ask(icbc, step)).status).toBe(200);
    const { status, body } = await ask(icbc, step);
    expect({ status, body }).toMatchObject({
      status: 422,
      body: { code: 'questions-used-up', rule: 'R10', facts: { creditCode: code, perDay: 10, on: '2026-03-02' } },
    });
    next += 1;
    const another = creditCode(next);
    await list(api.services, another);
    expect((await ask(icbc, step, another)).status).toBe(200);
    expect((await ask(icbc, null)).status).toBe(200);
    api.setNow('2026-03-02T15:59:59.999Z');
    expect((await ask(icbc, step)).status).toBe(422);
    api.setNow('2026-03-02T16:00:00.000Z');
    expect((await ask(icbc, step)).status).toBe(200);
  });

  test('of twelve questions at once gets ten answered', async () => {
    const asked = await Promise.all(Array.from({ length: 12 }, () => ask(icbc, step)));
    expect(asked.filter(({ status }) => status === 200)).toHaveLength(10);
    expect(asked.filter(({ status }) => status === 422)).toHaveLength(2);
  });
});

describe('who else asks', () => {
  test('a bank with an open application there is answered to the fen, with the figures', async () => {
    const { said } = await ask(rcb, 30 * step + 7);
    expect(capReason(said)).toMatchObject({ ok: true, facts: { used: taken, left: 30 * step + 7 } });
    expect((await ask(rcb, 30 * step + 8)).said.sufficient).toBe(false);
  });

  test.each([
    ['the office', officer],
    ['the auditor', auditor],
  ])('%s is answered to the fen as often as it asks, and leaves no record', async (_who, claims) => {
    for (let asked = 0; asked < 12; asked += 1) {
      expect((await ask(claims, 30 * step + 8)).said.sufficient).toBe(false);
      expect((await ask(claims, 30 * step + 7)).said.sufficient).toBe(true);
    }
    expect((await api.get(officer, `/v1/eligibility-questions?creditCode=${code}`)).body.items).toEqual([]);
  });

  test('an enterprise is answered to the fen about itself', async () => {
    const own = claimsOf('enterprise', code);
    expect((await ask(own, 30 * step + 7)).said.sufficient).toBe(true);
    expect((await ask(own, 30 * step + 8)).said.sufficient).toBe(false);
  });

  test('a guarantor of it, a member and finance are told nothing of the cap', async () => {
    await admit(api.services, `guarantor-${next}`, 'guarantor');
    const guaranteed = { mode: 'guarantee', guarantorId: `guarantor-${next}`, amountFen: 1 } as const;
    expect((await api.post(rcb, '/v1/applications', anApplication(code, guaranteed))).status).toBe(201);
    for (const claims of [
      claimsOf('guarantor', `guarantor-${next}`),
      claimsOf('member', 'science'),
      claimsOf('finance', 'finance-bureau'),
    ]) {
      for (const amountFen of [1, cap]) {
        const { status, said } = await ask(claims, amountFen);
        expect([status, said.sufficient, said.eligible, capReason(said)]).toEqual([200, null, true, undefined]);
      }
    }
  });
});

describe('the record of questions', () => {
  const recorded = async (claims: Claims, query: string) =>
    (await api.get(claims, `/v1/eligibility-questions?${query}`)).body.items as readonly {
      readonly institutionId: string;
      readonly on: string;
      readonly asked: number;
      readonly questions: readonly object[];
    }[];

  test('says who asked what and when, to office and auditor; the enterprise sees the bank and not the person', async () => {
    await ask(icbc, 1);
    await ask(icbc, 3 * step + 1);
    const at = expect.stringMatching(/^2026-03-02T02:00/);
    const questions = [
      { at, sub: 'bank-icbc', amountFen: step, by: 'eligibility' },
      { at, sub: 'bank-icbc', amountFen: 4 * step, by: 'eligibility' },
    ];
    const day = { institutionId: 'icbc', creditCode: code, on: '2026-03-02', asked: 2 };
    for (const claims of [officer, auditor]) {
      expect(await recorded(claims, `creditCode=${code}`)).toEqual([{ ...day, questions }]);
    }
    const withoutPersons = questions.map((question) => ({ ...question, sub: null }));
    expect(await recorded(claimsOf('enterprise', code), '')).toEqual([{ ...day, questions: withoutPersons }]);
  });

  test('is no other enterprise’s and no bank’s to read', async () => {
    await ask(icbc, 1);
    const another = claimsOf('enterprise', creditCode(1));
    expect(await recorded(another, '')).toEqual([]);
    expect(await recorded(another, `creditCode=${code}`)).toEqual([]);
    expect((await api.get(icbc, '/v1/eligibility-questions')).status).toBe(403);
  });

  test('is found by bank and from a day on, newest first, page by page', async () => {
    await ask(icbc, 1);
    api.setNow('2026-03-03T02:00:00.000Z');
    await ask(icbc, 1);
    await ask(rcb, 1);
    const days = async (query: string) =>
      (await recorded(officer, `creditCode=${code}&${query}`)).map(({ institutionId, on }) => `${institutionId} ${on}`);
    expect(await days('')).toEqual(['rcb 2026-03-03', 'icbc 2026-03-03', 'icbc 2026-03-02']);
    expect(await days('institutionId=icbc')).toEqual(['icbc 2026-03-03', 'icbc 2026-03-02']);
    expect(await days('institutionId=icbc&from=2026-03-03')).toEqual(['icbc 2026-03-03']);
    const path = `/v1/eligibility-questions?creditCode=${code}&limit=2`;
    const { nextCursor } = (await api.get(officer, path)).body;
    const rest = await api.get(officer, `${path}&cursor=${nextCursor}`);
    expect(rest.body).toMatchObject({ items: [{ institutionId: 'icbc', on: '2026-03-02' }], nextCursor: null });
  });

  test('counts to the limit that the version in force sets, and every question is refused if that is none', async () => {
    await approveVersion(api.services, '2026-03-05', { eligibilityQuestionsPerDay: 2 });
    await approveVersion(api.services, '2026-03-06', { eligibilityQuestionsPerDay: 0 });
    api.setNow('2026-03-05T02:00:00.000Z');
    expect([(await ask(icbc, 1)).status, (await ask(icbc, 1)).status, (await ask(icbc, 1)).status]).toEqual([
      200, 200, 422,
    ]);
    api.setNow('2026-03-06T02:00:00.000Z');
    expect((await ask(icbc, 1)).status).toBe(422);
    expect((await ask(officer, 1)).status).toBe(200);
  });
});
