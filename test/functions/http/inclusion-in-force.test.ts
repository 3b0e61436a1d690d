import { beforeAll, describe, expect, test } from 'vitest';
import {
  approvals,
  ask,
  convene,
  resolve,
  voteAll,
  workConference,
} from '../../operations/conference/conference-city.ts';
import { admit, anApplication, creditCode } from '../../support/fixtures.ts';
import { auditor, bankOf, type Handlers, officer } from '../../support/handlers.ts';
import { openHandlersAt } from '../../support/handlers-at.ts';
import { answerOf } from '../../support/lending.ts';

let api: Handlers;
const code = creditCode(861);
beforeAll(async () => {
  api = await openHandlersAt('2026-03-02T02:00:00.000Z');
  await admit(api.services, 'rcb');
});

describe('an inclusion in force', () => {
  test('is revoked by the office: from that day the enterprise is off the list and may not apply', async () => {
    const { services } = api;
    const inclusionId = await ask(services, code);
    const meetingId = await convene(services, { inclusionIds: [inclusionId] });
    await voteAll(services, meetingId, 'item-1', approvals);
    answerOf(await resolve(services, meetingId));
    await workConference(services);
    const apply = () => api.post(bankOf('rcb'), '/v1/applications', anApplication(code));
    expect((await apply()).status).toBe(201);

    api.setNow('2026-03-05T02:00:00.000Z');
    const path = `/v1/inclusions/${inclusionId}/revocation`;
    const revoked = await api.post(officer, path, { reason: '不再符合' });
    expect(revoked).toMatchObject({ status: 200, body: { state: 'revoked', reason: '不再符合' } });
    expect((await api.get(officer, `/v1/enterprises/${code}`)).body).toMatchObject({ listed: false });
    expect(await apply()).toMatchObject({ status: 422, body: { code: 'not-listed' } });
    expect(await api.post(officer, path, { reason: '再次' })).toMatchObject({
      status: 409,
      body: { code: 'state-conflict', facts: { state: 'revoked' } },
    });
    for (const [kind, id] of [
      ['inclusions', inclusionId],
      ['enterprises', code],
    ]) {
      const verified = await api.get(auditor, `/v1/audit/verification?kind=${kind}&id=${id}`);
      expect(verified.body).toMatchObject({ ok: true });
    }
  });
});
