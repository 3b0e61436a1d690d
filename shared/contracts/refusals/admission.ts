import { type Refusals, say } from './refusal-entry.ts';

const kinds: Readonly<Record<string, { readonly zh: string; readonly en: string }>> = {
  bank: say('银行 ', 'The bank '),
  guarantor: say('担保机构 ', 'The guarantor '),
  holding: say('金控公司 ', 'The holding '),
};

/** What an institution is, before its id: a guarantor that is admitted is still no bank. */
const kindOf = (kind: string | null | undefined) => kinds[kind ?? ''] ?? say('', '');

/** The refusals about institutions that are not admitted. */
export const admissionRefusals = {
  'institution-not-admitted': {
    status: 422,
    title: say('金融机构未准入', 'Institution not admitted'),
    says: ({ institutionId, on, kind, state }) => {
      if (institutionId == null)
        return say(
          '各方中没有银行；请写明已参加的银行。',
          'None of the parties is a bank; name a bank that takes part.',
        );
      if (state == null)
        return say(
          `没有登记编号为 ${institutionId} 的机构；请写明已参加的银行。`,
          `There is no institution ${institutionId} here; name a bank that takes part.`,
        );
      return say(
        `${kindOf(kind).zh}${institutionId} 在 ${on} 的状态为 ${state}；须为当日已准入的银行。`,
        `${kindOf(kind).en}${institutionId} is ${state} on ${on}; a bank admitted on that day is needed.`,
      );
    },
  },
  'guarantor-not-admitted': {
    status: 422,
    title: say('担保机构未准入', 'Guarantor not admitted'),
    says: ({ guarantorId, on, kind, state }) => {
      if (guarantorId == null)
        return say(
          '各方中没有担保机构；请写明已参加的担保机构。',
          'None of the parties is a guarantor; name a guarantor that takes part.',
        );
      if (state == null)
        return say(
          `没有登记编号为 ${guarantorId} 的机构；请写明已参加的担保机构。`,
          `There is no guarantor ${guarantorId} here; name a guarantor that takes part.`,
        );
      return say(
        `${kindOf(kind).zh}${guarantorId} 在 ${on} 的状态为 ${state}；须为当日已准入的担保机构。`,
        `${kindOf(kind).en}${guarantorId} is ${state} on ${on}; a guarantor admitted on that day is needed.`,
      );
    },
  },
} as const satisfies Refusals;
