import { setTimeout as sleep } from 'node:timers/promises';
import type { Context } from 'aws-lambda';
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest';
import { handler as disburseHandler } from '../../../functions/http/applications/disburse.ts';
import { handler as voteHandler } from '../../../functions/http/meetings/cast-vote.ts';
import { handler as approveHandler } from '../../../functions/http/policies/approve.ts';
import type { HttpApiEvent } from '../../../shared/platform/gateway-event.ts';
import { liveServices } from '../../../shared/platform/services.ts';
import { units } from '../../operations/conference/conference-city.ts';
import { admit, creditCode, list } from '../../support/fixtures.ts';
import {
  bankOf,
  type Claims,
  claimsOf,
  eventOf,
  type HandlerReply,
  type Handlers,
  officer,
} from '../../support/handlers.ts';
import { openHandlersAt } from '../../support/handlers-at.ts';
import { type HangingServer, hangingServerBefore } from '../../support/hanging-server.ts';
import { dynamodbOf } from '../../support/store.ts';

// A function answers 503 for a store that hangs. Lambda then freezes its process, in the middle of what it was doing; the
// next call of the function thaws it.

type Call = (event: HttpApiEvent, context: Context) => Promise<{ readonly statusCode: number }>;

const lastEvening = '2026-03-02T15:59:50.000Z'; // 23:59:50 in Shanghai.
const nextMorning = '2026-03-03T01:00:00.000Z';
const code = creditCode(81);
let api: Handlers;
let server: HangingServer;

beforeAll(async () => {
  api = await openHandlersAt('2026-03-02T02:00:00.000Z');
  server = await hangingServerBefore(dynamodbOf(api.services));
  process.env.DYNAMODB_ENDPOINT = server.endpoint;
  await admit(api.services, 'rcb');
  await list(api.services, code);
});
afterAll(async () => {
  vi.useRealTimers();
  await server.stop();
});

const ok = ({ status, text, body }: HandlerReply, expected: number): Readonly<Record<string, unknown>> => {
  expect(status, text).toBe(expected);
  return body;
};

interface Sent {
  readonly handler: unknown;
  readonly claims: Claims;
  readonly path: string;
  readonly pathParameters: Readonly<Record<string, string>>;
  readonly body?: object;
}

/** Sends a command at 23:59:50 to a store that hangs; the next morning its process goes on, until it does nothing more. */
async function answeredAndThawed({ handler, claims, path, pathParameters, body }: Sent): Promise<number> {
  api.setNow(lastEvening);
  const timeLeft = { awsRequestId: 'test', getRemainingTimeInMillis: () => 1_000 } as Context;
  const event = { ...eventOf('POST', claims, path, { body }), pathParameters } as HttpApiEvent;
  server.hang();
  const { statusCode } = await (handler as Call)(event, timeLeft);
  api.setNow(nextMorning);
  server.thaw();
  // It goes on: the connection that was cut is made again, and everything it does is done within a second.
  await vi.waitUntil(() => server.connectionsSince > 0, { timeout: 5_000, interval: 5 });
  await sleep(1_000);
  return statusCode;
}

describe('a command that was answered 503 in the evening and thaws the next morning', () => {
  test('approves no policy version, which would be in force since midnight', async () => {
    const source = { title: '修订通知', documentNumber: null, issuedOn: null };
    const draft = { name: '修订', effectiveFrom: '2026-03-03', source, parameters: { enterpriseCapFen: 500_000_000 } };
    const { policyId } = ok(await api.post(officer, '/v1/policies', draft), 201);
    const status = await answeredAndThawed({
      handler: approveHandler,
      claims: claimsOf('office', 'office', 'office-2'),
      path: `/v1/policies/${policyId}/approval`,
      pathParameters: { policyId: String(policyId) },
    });
    expect(status).toBe(503);
    expect(ok(await api.get(officer, `/v1/policies/${policyId}`), 200)).toMatchObject({ state: 'draft', version: 1 });
  });

  test('casts no vote, because voting closed at midnight', async () => {
    api.setNow('2026-03-02T02:00:00.000Z');
    const asked = { name: '平湖纳入有限公司', innovationNeed: '中试', financingLack: '无抵押物', evidence: [] };
    const inclusions = `/v1/enterprises/${creditCode(82)}/inclusions`;
    const { inclusionId } = ok(await api.post(bankOf('rcb'), inclusions, asked), 201);
    const meeting = {
      title: '联席会议',
      convenesOn: '2026-03-02',
      claimIds: [],
      inclusionIds: [inclusionId],
      form: 'circulation',
      votingClosesAt: '2026-03-02T16:00:00.000Z',
    };
    const { meetingId } = ok(await api.post(officer, '/v1/meetings', meeting), 201);
    const status = await answeredAndThawed({
      handler: voteHandler,
      claims: claimsOf('member', units[0] ?? ''),
      path: `/v1/meetings/${meetingId}/votes`,
      pathParameters: { meetingId: String(meetingId) },
      body: { itemId: inclusionId, vote: 'approve' },
    });
    expect(status).toBe(503);
    expect(ok(await api.get(officer, `/v1/meetings/${meetingId}`), 200)).toMatchObject({ version: 1 });
  });

  test('disburses nothing of an approval that expired at midnight', async () => {
    // Valid for ninety days.
    api.setNow('2025-12-02T02:00:00.000Z');
    const terms = { creditCode: code, institutionId: 'rcb', amountFen: 1_000_000, termMonths: 12, mode: 'credit' };
    const { applicationId } = ok(await api.post(bankOf('rcb'), '/v1/applications', { ...terms, purpose: '研发' }), 201);
    const path = `/v1/applications/${applicationId}`;
    const { expiresOn } = ok(await api.post(bankOf('rcb'), `${path}/reviews`, { decision: 'approve' }), 200);
    expect(expiresOn).toBe('2026-03-02');
    const status = await answeredAndThawed({
      handler: disburseHandler,
      claims: bankOf('rcb'),
      path: `${path}/disbursement`,
      pathParameters: { applicationId: String(applicationId) },
      body: {
        amountFen: 1_000_000,
        disbursedOn: '2026-03-02',
        maturesOn: '2027-03-01',
        contractNumber: 'HT-1',
        annualRateBp: 400,
      },
    });
    expect(status).toBe(503);
    expect(ok(await api.get(bankOf('rcb'), path), 200)).toMatchObject({ state: 'confirmed' });
  });

  test('a command of the same process goes through again', async () => {
    api.setNow(nextMorning);
    expect(liveServices().now()).toBe(nextMorning);
    expect((await api.get(officer, '/v1/policies')).status).toBe(200);
  });
});
