import type { TransactWriteItemsCommandInput } from '@aws-sdk/client-dynamodb';
import type { City } from '../model/city.ts';

/** One thing that the store refuses for good, as after a restore that tore a transaction, or as what it cannot hold. */
export interface Poison {
  /** Of a history of which no further event is taken; `outbox`: a job for which nothing is postponed. */
  readonly kind: string;
  readonly id: string;
  /** A condition that never holds, or a request that the store calls invalid. */
  readonly how: 'refused' | 'invalid';
  /** What an error or alarm may name in its place. */
  readonly names: readonly string[];
}

type Items = NonNullable<TransactWriteItemsCommandInput['TransactItems']>;

/** What the store answers to a transaction that touches the poison; null where it does not. */
export function refusalOf(poison: Poison | null, { TransactItems = [] }: TransactWriteItemsCommandInput): Error | null {
  if (!poison) return null;
  const hits = TransactItems.map((item) => isHit(poison, item));
  if (!hits.includes(true)) return null;
  if (poison.how === 'invalid') return named('ValidationException', `${poison.kind} ${poison.id} is not valid`);
  const CancellationReasons = hits.map((hit) => ({ Code: hit ? 'ConditionalCheckFailed' : 'None' }));
  return Object.assign(named('TransactionCanceledException', 'refused for good'), { CancellationReasons });
}

function isHit({ kind, id }: Poison, { Put, Update }: Items[number]): boolean {
  if (kind !== 'outbox') return Put?.Item?.sequence !== undefined && Put.Item.pk?.S === `${kind}#${id}`;
  return Update?.TableName?.endsWith('-outbox') === true && Update.Key?.pk?.S === id;
}

const named = (name: string, message: string): Error => Object.assign(new Error(message), { name });

/** Whether a text, such as an error's or a job's, is about the poison. */
export const isAbout = (poison: Poison | null, text: string): boolean =>
  poison?.names.some((name) => text.includes(name)) ?? false;

/** Whether an alarm is about the poison; one about a row of an import says which, and the model knows whose it is. */
export function isAlarmAbout(city: City, poison: Poison | null, facts: Readonly<Record<string, unknown>>): boolean {
  if (isAbout(poison, JSON.stringify(facts))) return true;
  const row = typeof facts.row === 'number' ? city.imports.get(String(facts.importId))?.rows[facts.row - 1] : undefined;
  return row !== undefined && poison?.kind === 'enterprises' && row.code === poison.id;
}
