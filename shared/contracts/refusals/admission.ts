import type { FactsOf } from '../../domain/refusal-facts.ts';
import { type Refusals, type Say, say } from './refusal-entry.ts';

const bank = say('银行', 'bank');
const guarantor = say('担保机构', 'guarantor');
const kinds: Readonly<Record<string, Say>> = { bank, guarantor, holding: say('金控公司', 'holding') };

type Institution = Omit<FactsOf<'institution-not-admitted'>, 'institutionId'>;

/** What an institution is stands before its id: a guarantor that is admitted is still no bank. */
function notAdmitted(id: string | null | undefined, wanted: Say, { on, kind, state }: Institution): Say {
  const { zh, en } = wanted;
  if (id == null)
    return say(
      `各方中没有${zh}；请写明已参加的${zh}。`,
      `None of the parties is a ${en}; name a ${en} that takes part.`,
    );
  if (state == null)
    return say(
      `没有登记编号为 ${id} 的机构；请写明已参加的${zh}。`,
      `There is no institution ${id} here; name a ${en} that takes part.`,
    );
  const is = kinds[kind ?? ''];
  return say(
    `${is ? `${is.zh} ` : ''}${id} 在 ${on} 的状态为 ${state}；须为当日已准入的${zh}。`,
    `${is ? `The ${is.en} ` : ''}${id} is ${state} on ${on}; a ${en} admitted on that day is needed.`,
  );
}

/** The refusals about institutions that are not admitted. */
export const admissionRefusals = {
  'institution-not-admitted': {
    status: 422,
    title: say('金融机构未准入', 'Institution not admitted'),
    says: (facts) => notAdmitted(facts.institutionId, bank, facts),
  },
  'guarantor-not-admitted': {
    status: 422,
    title: say('担保机构未准入', 'Guarantor not admitted'),
    says: (facts) => notAdmitted(facts.guarantorId, guarantor, facts),
  },
} as const satisfies Refusals;
