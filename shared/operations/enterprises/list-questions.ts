import type { Day } from '../../domain/calendar.ts';
import type { CreditCode } from '../../domain/credit-code.ts';
import type { QuestionsOfDay } from '../../domain/eligibility-question.ts';
import type { Item, ItemKey } from '../../store/database.ts';
import { questionRange, questionsIn } from '../../store/questions.ts';
import { queryPage, readItems } from '../../store/read.ts';
import { type Caller, seesAll } from '../caller.ts';
import { type ListPage, nothingListed, type PageRequest } from '../listing.ts';
import type { Services } from '../services.ts';

export interface QuestionFilter {
  readonly creditCode?: CreditCode | undefined;
  readonly institutionId?: string | undefined;
  readonly from?: Day | undefined;
}

/** How many index pages a call looks through before it answers with what it has and a cursor. */
const pagesMax = 10;

/**
 * Lists what banks asked about caps, day by day, newest first: all for office and auditor; for an enterprise those about
 * itself.
 */
export async function listQuestions(
  { database }: Services,
  caller: Caller,
  filter: QuestionFilter,
  { limit, after }: PageRequest,
): Promise<ListPage<QuestionsOfDay>> {
  const creditCode = seesAll(caller) ? filter.creditCode : caller.org;
  if (filter.creditCode !== undefined && filter.creditCode !== creditCode) return nothingListed;
  const { institutionId, from } = filter;
  const found: { readonly day: QuestionsOfDay; readonly place: Item }[] = [];
  let place = after;
  for (let page = 0; page < pagesMax; page += 1) {
    const range = questionRange({ ...(creditCode && { creditCode }), ...(institutionId && { institutionId }), from });
    // One more than is shown, so that the last page knows that it is the last.
    const { items, last } = await queryPage(database, { ...range, limit: limit + 1, after: place });
    const keys = items.map(({ pk }): ItemKey => ({ table: 'questions', key: { pk: String(pk) } }));
    const read = await readItems(database, keys);
    for (const [index, item] of items.entries()) {
      const day = keys[index] ? questionsIn(read, keys[index]) : null;
      if (day && (institutionId === undefined || day.institutionId === institutionId)) found.push({ day, place: item });
    }
    place = last;
    if (!place || found.length > limit) break;
  }
  const shown = found.slice(0, limit);
  return { items: shown.map(({ day }) => day), next: found.length > limit ? shown.at(-1)?.place : place };
}

/** A day of questions as its reader may see it: the person who asked is for office and auditor. */
export const questionsView = ({ questions, ...day }: QuestionsOfDay, caller: Caller) => ({
  ...day,
  questions: questions.map(({ at, sub, amountFen, by }) => ({ at, sub: seesAll(caller) ? sub : null, amountFen, by })),
});
