import { fact } from '../problem-figures.ts';
import type { ProblemTextsOf } from '../problem-text.ts';

/** What the refusals about papers kept as evidence say in Chinese. */
export const chineseEvidenceProblems = {
  'document-not-valid': {
    title: '电子材料不可用',
    detail: (facts) => {
      const document = `${fact(facts, 'documentId')}（${fact(facts, 'fileName')}）`;
      if (facts.state === 'awaiting-upload') return `材料 ${document}已登记但尚未上传；请先上传文件。`;
      if (facts.state === 'expired')
        return `材料 ${document}截至 ${fact(facts, 'keptThrough')} 未作为证明材料使用，已过期；请重新登记并上传。`;
      if (facts.state === 'refused')
        return `材料 ${document}的内容与登记的不符，应为 ${fact(facts, 'contentType')}、${fact(facts, 'bytes')} 字节；请重新登记并上传正确的文件。`;
      return `本单位没有材料 ${fact(facts, 'documentId')}；请先登记并上传。`;
    },
  },
  'too-many-items': {
    title: '项数过多',
    detail: (facts) => `已有 ${fact(facts, 'items')} 项，至多 ${fact(facts, 'itemsMax')} 项。`,
  },
} as const satisfies ProblemTextsOf;
