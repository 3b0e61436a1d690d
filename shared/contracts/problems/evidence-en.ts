import { fact } from '../problem-figures.ts';
import type { ProblemText } from '../problem-text.ts';
import type { chineseEvidenceProblems } from './evidence-zh.ts';

/** What the refusals about papers kept as evidence say in English. */
export const englishEvidenceProblems = {
  'document-not-valid': {
    title: 'Document not valid',
    detail: (facts) => {
      const document = `${fact(facts, 'documentId')} (${fact(facts, 'fileName')})`;
      if (facts.state === 'awaiting-upload') return `The content of ${document} has not come yet; upload it first.`;
      if (facts.state === 'expired')
        return `${document} was evidence of nothing through ${fact(facts, 'keptThrough')} and has expired; announce and upload it again.`;
      if (facts.state === 'refused')
        return `The content of ${document} is not what was announced: ${fact(facts, 'contentType')}, ${fact(facts, 'bytes')} bytes; announce and upload the right file.`;
      return `You have no document ${fact(facts, 'documentId')}; announce and upload it first.`;
    },
  },
  'too-many-items': {
    title: 'Too many items',
    detail: (facts) => `There are ${fact(facts, 'items')} already; ${fact(facts, 'itemsMax')} is the most.`,
  },
} as const satisfies Readonly<Record<keyof typeof chineseEvidenceProblems, ProblemText>>;
