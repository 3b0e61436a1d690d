import { GetItemCommand, UpdateItemCommand } from '@aws-sdk/client-dynamodb';
import { marshall, unmarshall } from '@aws-sdk/util-dynamodb';
import { type ClientRate, intervalMs, type Room, roomOf } from '../domain/client-rate.ts';
import { type Database, nameOf } from './database.ts';
import { failureOf } from './failure.ts';
import { insistently } from './read.ts';
import { attemptsMax, waitBeforeRetry } from './retry.ts';

/** Calls that were taken ahead, and what is left beyond them; none if the client has used up its own. */
export interface Leased {
  readonly calls: number;
  readonly beyond: Room;
  /** When all that was paid ahead is used up, in milliseconds since 1970. */
  readonly paidThroughMs: number;
}

/** A client who asks no more has nothing ahead after an hour, whatever its burst. */
const forgottenAfterMs = 60 * 60 * 1000;

/**
 * Takes up to so many calls ahead. What is taken is added to what is there under the condition that there is room for it, so
 * that many processes at once never take more than the client has. A lost answer takes twice: fewer calls, never more.
 *
 * @throws Unavailable when the store does not answer.
 */
export async function leaseCalls(
  database: Database,
  pk: string,
  rate: ClientRate,
  wanted: number,
  nowMs: number,
): Promise<Leased> {
  for (let attempt = 1; attempt <= attemptsMax; attempt += 1) {
    const paid = await readPaid(database, pk);
    const room = roomOf(rate, paid, nowMs);
    const calls = Math.min(wanted, room.calls);
    if (calls === 0) return { calls, beyond: room, paidThroughMs: paid ?? nowMs };
    const paidThroughMs = Math.max(paid ?? 0, nowMs) + calls * intervalMs(rate);
    if (await hasPaid(database, pk, rate, { paid, calls, nowMs, paidThroughMs }))
      return { calls, beyond: roomOf(rate, paidThroughMs, nowMs), paidThroughMs };
    await waitBeforeRetry(attempt);
  }
  // So many others take at once that the client is certainly busy: it is told to wait a moment.
  return { calls: 0, beyond: { calls: 0, waitMs: 1_000 }, paidThroughMs: nowMs };
}

async function readPaid(database: Database, pk: string): Promise<number | null> {
  const command = new GetItemCommand({
    TableName: nameOf(database, 'limits'),
    Key: marshall({ pk }),
    ConsistentRead: true,
  });
  const { Item } = await insistently(() => database.client.send(command), 'a client’s limit');
  return Item ? Number(unmarshall(Item).paidThroughMs) : null;
}

/** Adds to what is paid if it is still as ahead as was read, or less; begins anew if nothing is. False if others were quicker. */
async function hasPaid(
  database: Database,
  pk: string,
  rate: ClientRate,
  asked: {
    readonly paid: number | null;
    readonly calls: number;
    readonly nowMs: number;
    readonly paidThroughMs: number;
  },
): Promise<boolean> {
  const { paid, calls, nowMs, paidThroughMs } = asked;
  const cost = calls * intervalMs(rate);
  const isAhead = paid !== null && paid >= nowMs;
  const values = isAhead
    ? { ':cost': cost, ':now': nowMs, ':most': nowMs + rate.burst * intervalMs(rate) - cost }
    : { ':paid': paidThroughMs, ':now': nowMs };
  const command = new UpdateItemCommand({
    TableName: nameOf(database, 'limits'),
    Key: marshall({ pk }),
    UpdateExpression: `SET #paid = ${isAhead ? '#paid + :cost' : ':paid'}, #expires = :expires`,
    ConditionExpression: isAhead ? '#paid >= :now AND #paid <= :most' : 'attribute_not_exists(#paid) OR #paid < :now',
    ExpressionAttributeNames: { '#paid': 'paidThroughMs', '#expires': 'expiresAt' },
    ExpressionAttributeValues: marshall({
      ...values,
      ':expires': Math.ceil((paidThroughMs + forgottenAfterMs) / 1000),
    }),
  });
  try {
    await insistently(() => database.client.send(command), 'a client’s limit');
    return true;
  } catch (error) {
    if (failureOf(error) === 'refused') return false;
    throw error;
  }
}
