import type { Day } from '../domain/calendar.ts';
import type { CreditCode } from '../domain/credit-code.ts';
import type { CapQuestion, QuestionsOfDay } from '../domain/eligibility-question.ts';
import type { ItemKey } from './database.ts';
import type { Items, RangeQuery } from './read.ts';
import type { Write } from './transaction.ts';

const keptForDays = 400;

/** Whose questions about which enterprise, on which day: one item, which holds them all. */
export interface QuestionPlace {
  readonly institutionId: string;
  readonly creditCode: CreditCode;
  readonly on: Day;
}

/** Sorts by day first, so that lists are newest first and begin at a day. */
const placeOf = ({ on, institutionId, creditCode }: QuestionPlace): string => `${on}#${institutionId}#${creditCode}`;

export const questionsKey = (place: QuestionPlace): ItemKey => ({ table: 'questions', key: { pk: placeOf(place) } });

/** The questions at a place among items that were read, or null if there are none. */
export function questionsIn(items: Items, key: ItemKey): QuestionsOfDay | null {
  const item = items.get<QuestionsOfDay>(key);
  if (!item) return null;
  const { institutionId, creditCode, on, asked, questions } = item;
  return { institutionId, creditCode, on, asked, questions };
}

/**
 * Adds a question to its day and counts it, only while fewer than `limit` are there; without a limit always. One write of
 * one item, so that what is counted is recorded.
 */
export function questionWrite(place: QuestionPlace, question: CapQuestion, limit: number | null): Write {
  const expiresAt = Math.floor(Date.parse(question.at) / 1000) + keptForDays * 24 * 60 * 60;
  return {
    kind: 'update',
    ...questionsKey(place),
    set: {
      expression:
        'SET #roster = :roster, #institution = :institution, #code = :code, #on = :on, #expires = :expires, ' +
        '#questions = list_append(if_not_exists(#questions, :none), :question) ADD #asked :one',
      names: {
        '#roster': 'roster',
        '#institution': 'institutionId',
        '#code': 'creditCode',
        '#on': 'on',
        '#expires': 'expiresAt',
        '#questions': 'questions',
        '#asked': 'asked',
      },
      values: {
        ':roster': 'questions',
        ':institution': place.institutionId,
        ':code': place.creditCode,
        ':on': place.on,
        ':expires': expiresAt,
        ':none': [],
        ':question': [question],
        ':one': 1,
      },
    },
    ...(limit !== null && {
      condition: {
        expression: 'attribute_not_exists(#asked) OR #asked < :limit',
        names: { '#asked': 'asked' },
        values: { ':limit': limit },
      },
    }),
  };
}

/** The range of days of questions: about an enterprise, of an institution, or all; from a day on. */
export function questionRange(filter: Partial<QuestionPlace> & { readonly from?: Day | undefined }): RangeQuery {
  const { creditCode, institutionId, from = '' } = filter;
  const [index, attribute, value] = creditCode
    ? (['byEnterprise', 'creditCode', creditCode] as const)
    : institutionId
      ? (['byInstitution', 'institutionId', institutionId] as const)
      : (['roster', 'roster', 'questions'] as const);
  const names = { '#list': attribute, '#pk': 'pk' };
  // A place begins with its day; a key may not be compared with nothing.
  const values = { ':value': value, ':from': from || '0' };
  return { table: 'questions', index, expression: '#list = :value AND #pk >= :from', names, values, descending: true };
}
