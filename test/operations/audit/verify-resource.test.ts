import { describe, expect, test } from 'vitest';
import { type ResourceKind, resourceKinds } from '../../../shared/domain/event.ts';
import { evolveInstitution, type Institution, type InstitutionEvent } from '../../../shared/domain/institution.ts';
import { verifiers } from '../../../shared/operations/audit/kinds.ts';
import { compare } from '../../../shared/operations/audit/verify-resource.ts';
import { institutionLayout } from '../../../shared/store/institutions.ts';
import { type Stored, toStored } from '../../../shared/store/resource.ts';
import { chain, chainStart, hashOf, type TrailEvent } from '../../../shared/store/trail.ts';
import { commit } from '../../../shared/store/transaction.ts';
import { admit } from '../../support/fixtures.ts';
import { openStore } from '../../support/store.ts';

const events: readonly InstitutionEvent[] = [
  {
    type: 'institution-applied',
    data: { institutionId: 'rcb', name: '平湖农商银行', kind: 'bank', creditCode: 'X', appliedOn: '2018-01-01' },
  },
  { type: 'admission-decided', data: { state: 'admitted', from: '2018-01-01', reason: 'a' } },
  { type: 'admission-decided', data: { state: 'suspended', from: '2019-01-01', reason: 'b' } },
];
const act = { at: '2026-03-02T00:00:00.000Z', actor: { sub: 'o', name: 'o', org: 'office', role: 'office' } };
const history = chain(chainStart, events, act);
const stateAfter = (count: number): Institution => {
  let state: Institution | null = null;
  for (const event of events.slice(0, count)) state = evolveInstitution(state, event);
  if (!state) throw new Error('no state');
  return state;
};
const stored: Stored<Institution> = { version: 3, hash: history[2]?.hash ?? '', state: stateAfter(3) };

const verify = (trail: readonly TrailEvent[], kept: Stored<Institution> | null = stored) =>
  compare(trail, kept, evolveInstitution);

/** The history with one event changed, and its own hash made to fit or left as it was. */
const tampered = (index: number, change: Partial<TrailEvent>, rehash = false): readonly TrailEvent[] =>
  history.map((event, place) => {
    if (place !== index) return event;
    const other = { ...event, ...change };
    return rehash ? { ...other, hash: hashOf(other) } : other;
  });

describe('a history', () => {
  test('that is whole and says the stored state verifies', async () => {
    expect(await verify(history)).toEqual({ ok: true, events: 3, brokenAt: null });
  });

  const data = { state: 'withdrawn', from: '2019-01-01', reason: 'b' };
  const anotherActor = { ...act.actor, sub: 'someone-else' };
  test.each([
    ['data changed in place', tampered(1, { data }), 2],
    ['another actor', tampered(0, { actor: anotherActor }), 1],
    ['another instant', tampered(2, { at: '2026-03-03T00:00:00.000Z' }), 3],
    ['another type', tampered(2, { type: 'admission-undone' }), 3],
    ['an event changed and hashed anew: the next no longer follows', tampered(1, { data }, true), 3],
    ['the last event changed and hashed anew: the stored hash differs', tampered(2, { data }, true), 3],
    ['another hash before', tampered(1, { previousHash: '0'.repeat(64) }, true), 2],
    ['another place', tampered(1, { sequence: 5 }, true), 2],
    ['its head gone', history.slice(1), 1],
    ['its middle gone', [...history.slice(0, 1), ...history.slice(2)], 2],
    ['its tail gone', history.slice(0, 2), 3],
    ['all of it gone', [], 1],
    ['two events exchanged', [...history.slice(0, 1), ...history.slice(1).reverse()], 2],
    ['an event that replay does not understand', tampered(0, { type: 'admission-decided', data }, true), 1],
  ])('with %s does not verify', async (_, trail, brokenAt) => {
    expect(await verify(trail)).toEqual({ ok: false, events: trail.length, brokenAt });
  });

  test.each([
    ['another state', { ...stored, state: { ...stored.state, name: '别的银行' } }, 3],
    ['another hash', { ...stored, hash: 'f'.repeat(64) }, 3],
    ['a version behind it', { version: 2, hash: history[1]?.hash ?? '', state: stateAfter(2) }, 3],
    ['a version ahead of it', { ...stored, version: 4 }, 4],
    ['nothing', null, 1],
  ])('does not verify against %s in the store', async (_, kept, brokenAt) => {
    expect(await verify(history, kept)).toEqual({ ok: false, events: 3, brokenAt });
  });

  test('is not disturbed by the order in which the store gives back a state’s fields', async () => {
    const state = Object.fromEntries(Object.entries(stored.state).reverse()) as unknown as Institution;
    expect((await verify(history, { ...stored, state })).ok).toBe(true);
  });
});

describe('verification over the store', () => {
  test('finds a state that was changed behind the trail’s back', async () => {
    const { services } = await openStore();
    await admit(services, 'rcb');
    expect(await verifiers.institutions.verify(services, 'rcb')).toEqual({ ok: true, events: 2, brokenAt: null });
    await commit(services.database, [
      {
        kind: 'update',
        table: 'institutions',
        key: institutionLayout.key('rcb'),
        set: {
          expression: 'SET #data.#name = :name',
          names: { '#data': 'data', '#name': 'name' },
          values: { ':name': 'x' },
        },
      },
    ]);
    expect(await verifiers.institutions.verify(services, 'rcb')).toEqual({ ok: false, events: 2, brokenAt: 2 });
    expect(await verifiers.institutions.verify(services, 'icbc')).toBeNull();
  });

  test('has an answer for every kind', () => {
    expect(Object.keys(verifiers)).toEqual(resourceKinds satisfies readonly ResourceKind[]);
    expect(toStored(undefined)).toBeNull();
  });
});
