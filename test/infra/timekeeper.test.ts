import { describe, expect, test, vi } from 'vitest';
import { createTimekeeper } from '../../infra/local/background/timekeeper.ts';
import { callGate } from '../../infra/local/call-gate.ts';
import type { JobModel } from '../../infra/local/template/background.ts';
import { standingClock } from './test-clock.ts';

const job = (name: string, group: string, timing: JobModel['timing']): JobModel => ({
  name,
  functionName: name,
  payload: {},
  timing,
  group,
});
const jobs = [
  job('refresh', 'night', { kind: 'daily', minuteOfDay: 10 }),
  job('expire', 'night', { kind: 'daily', minuteOfDay: 10 }),
  job('sweep', 'minute', { kind: 'rate', everyMs: 60_000 }),
];
const checks = [
  job('verify', 'check', { kind: 'daily', minuteOfDay: 120 }),
  job('recount', 'check', { kind: 'daily', minuteOfDay: 120 }),
];

/** Noon in Shanghai on 2 March 2026, with something due on the given days until its night has run. */
function system(dueOn: readonly string[] = [], more: readonly JobModel[] = [], runCheck = async () => {}) {
  const clock = standingClock('2026-03-02T04:00:00.000Z');
  const waiting = new Set(dueOn);
  const ran: string[] = [];
  let asked = 0;
  const gate = callGate();
  const timekeeper = createTimekeeper({
    clock,
    gate,
    jobs: [...jobs, ...more],
    runJob: async ({ name, group }) => {
      const instant = new Date(clock.nowMs()).toISOString();
      ran.push(`${name} ${instant}`);
      if (name === 'expire')
        for (const day of waiting) if (Date.parse(`${day}T00:00:00+08:00`) <= clock.nowMs()) waiting.delete(day);
      if (group === 'check') await runCheck();
    },
    settle: async () => void ran.push('settled'),
    nextDueOn: async () => {
      asked += 1;
      return [...waiting].sort()[0] ?? null;
    },
  });
  const moveTo = (instant: string) => timekeeper.moveTo(Date.parse(instant));
  return { clock, gate, ran, timekeeper, moveTo, asked: () => asked };
}

describe('moving the clock', () => {
  test('waits for the calls that are on their way, and those that come meanwhile wait for it', async () => {
    const { moveTo, clock, gate } = system();
    const before = clock.nowMs();
    const first = Promise.withResolvers<void>();
    const seen: number[] = [];
    const onItsWay = gate.call(async () => {
      await first.promise;
      seen.push(clock.nowMs());
    });
    const moved = moveTo('2026-03-05T00:00:00.000Z');
    await new Promise((resolve) => setImmediate(resolve));
    const later = gate.call(async () => void seen.push(clock.nowMs()));
    first.resolve();
    await Promise.all([onItsWay, moved, later]);
    expect(seen).toEqual([before, Date.parse('2026-03-05T00:00:00.000Z')]);
  });

  test('stops at ten past midnight in Shanghai of each due day, runs the night in its order and waits before it goes on', async () => {
    const { moveTo, ran } = system(['2026-03-10', '2026-04-01']);
    expect(await moveTo('2026-05-01T00:00:00.000Z')).toBe(true);
    expect(ran).toEqual([
      'refresh 2026-03-09T16:10:00.000Z',
      'expire 2026-03-09T16:10:00.000Z',
      'settled',
      'refresh 2026-03-31T16:10:00.000Z',
      'expire 2026-03-31T16:10:00.000Z',
      'settled',
      'sweep 2026-05-01T00:00:00.000Z',
      'settled',
    ]);
  });

  test('skips years in which nothing is due in one step', async () => {
    const { moveTo, clock, asked } = system();
    await moveTo('2031-03-02T04:00:00.000Z');
    expect(new Date(clock.nowMs()).toISOString()).toBe('2031-03-02T04:00:00.000Z');
    expect(asked()).toBe(1);
  });

  test('does not run the night of a day on which it arrives before ten past midnight', async () => {
    const { moveTo, ran } = system(['2026-03-10']);
    await moveTo('2026-03-09T16:09:59.999Z');
    expect(ran).toEqual(['sweep 2026-03-09T16:09:59.999Z', 'settled']);
    await moveTo('2026-03-09T16:10:00.000Z');
    expect(ran).toContain('refresh 2026-03-09T16:10:00.000Z');
  });

  test('refuses to go back and does nothing', async () => {
    const { moveTo, ran, clock } = system(['2026-03-10']);
    const before = clock.nowMs();
    expect(await moveTo('2026-03-02T03:59:59.999Z')).toBe(false);
    expect([clock.nowMs(), ran]).toEqual([before, []]);
  });

  test('goes one move after the other when two are asked for at once', async () => {
    const { moveTo, ran } = system(['2026-03-10']);
    const both = await Promise.all([moveTo('2026-04-01T00:00:00.000Z'), moveTo('2026-03-20T00:00:00.000Z')]);
    expect(both).toEqual([true, false]);
    expect(ran.filter((line) => line.startsWith('refresh'))).toHaveLength(1);
  });

  test('comes to an end although something stays due', async () => {
    const clock = standingClock('2026-03-02T04:00:00.000Z');
    let nights = 0;
    const runJob = async () => {
      nights += 1;
    };
    const settle = async () => undefined;
    const nextDueOn = async () => '2026-03-01';
    const timekeeper = createTimekeeper({ clock, gate: callGate(), jobs: jobs.slice(0, 1), runJob, settle, nextDueOn });
    await timekeeper.moveTo(Date.parse('2026-03-12T04:00:00.000Z'));
    expect(nights).toBe(10);
  });
});

describe('while time just runs', () => {
  test('a night that came, or was missed while the system was down, runs once', async () => {
    const { timekeeper, clock, ran } = system();
    await timekeeper.tick();
    clock.moveTo(Date.parse('2026-03-05T01:00:00.000Z'));
    await timekeeper.tick();
    await timekeeper.tick();
    expect(ran.filter((line) => line.startsWith('refresh'))).toEqual(['refresh 2026-03-05T01:00:00.000Z']);
  });

  test('a new system has no night to make up for, and runs what is frequent at once and then at its rate', async () => {
    const { timekeeper, clock, ran } = system();
    const start = clock.nowMs();
    for (const afterMs of [0, 30_000, 60_000, 61_000]) {
      clock.moveTo(start + afterMs);
      await timekeeper.tick();
    }
    expect(ran).toEqual(['sweep 2026-03-02T04:00:00.000Z', 'sweep 2026-03-02T04:01:00.000Z']);
  });
});

describe('the checks', () => {
  const checked = (ran: readonly string[]) => ran.filter((line) => /^(verify|recount)/.test(line));

  test('run once on arrival of a move over ten days, after the nights and when all is settled', async () => {
    const { moveTo, ran } = system(['2026-03-05', '2026-03-09'], checks);
    await moveTo('2026-03-12T04:00:00.000Z');
    expect(checked(ran)).toEqual(['verify 2026-03-12T04:00:00.000Z', 'recount 2026-03-12T04:00:00.000Z']);
    expect(ran.slice(-4)).toEqual(['sweep 2026-03-12T04:00:00.000Z', 'settled', ...checked(ran)]);
  });

  test('run when a move passes two in the morning in Shanghai, and on no other', async () => {
    const { moveTo, ran } = system([], checks);
    await moveTo('2026-03-02T17:59:59.999Z');
    expect(checked(ran)).toEqual([]);
    await moveTo('2026-03-02T18:00:00.000Z');
    expect(checked(ran)).toHaveLength(2);
    await moveTo('2026-03-03T17:59:59.999Z');
    expect(checked(ran)).toHaveLength(2);
  });

  test('run at their time while time just runs, once; a new system has none to make up for', async () => {
    const { timekeeper, clock, ran } = system([], checks);
    await timekeeper.tick();
    expect(checked(ran)).toEqual([]);
    clock.moveTo(Date.parse('2026-03-02T18:00:00.000Z'));
    await timekeeper.tick();
    await timekeeper.tick();
    expect(checked(ran)).toEqual(['verify 2026-03-02T18:00:00.000Z', 'recount 2026-03-02T18:00:00.000Z']);
  });

  test('that take long keep no move waiting, and are not run twice at once', async () => {
    let finish = (): void => undefined;
    const lasting = new Promise<void>((resolve) => {
      finish = resolve;
    });
    const { moveTo, ran, timekeeper } = system([], checks, () => lasting);
    expect(await moveTo('2026-03-05T04:00:00.000Z')).toBe(true);
    expect(await moveTo('2026-03-08T04:00:00.000Z')).toBe(true);
    expect(checked(ran)).toEqual(['verify 2026-03-05T04:00:00.000Z']);
    finish();
    await timekeeper.runNow('verify');
    await timekeeper.tick();
    expect(checked(ran)).toEqual([
      'verify 2026-03-05T04:00:00.000Z',
      'recount 2026-03-08T04:00:00.000Z',
      'verify 2026-03-08T04:00:00.000Z',
      'verify 2026-03-08T04:00:00.000Z',
    ]);
  });

  test('that cannot run keep no other from running, nor the clock from moving', async () => {
    const told = vi.spyOn(console, 'error').mockReturnValue();
    const { moveTo, ran } = system([], checks, async () => {
      throw new Error('no table');
    });
    expect(await moveTo('2026-03-05T04:00:00.000Z')).toBe(true);
    expect(checked(ran)).toHaveLength(2);
    expect(told.mock.calls).toEqual([['no table'], ['no table']]);
    told.mockRestore();
  });
});

test('a job runs now by its name, and an unknown name is told', async () => {
  const { timekeeper, ran } = system();
  expect(await timekeeper.runNow('expire')).toBe(true);
  expect(ran).toEqual(['expire 2026-03-02T04:00:00.000Z', 'settled']);
  expect(await timekeeper.runNow('nothing')).toBe(false);
});
