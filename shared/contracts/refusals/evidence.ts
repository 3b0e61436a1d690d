import { type Refusals, say } from './refusal-entry.ts';

/** The refusals about papers kept as evidence. */
export const evidenceRefusals = {
  'document-not-valid': {
    status: 422,
    title: say('电子材料不可用', 'Document not valid'),
    says: ({ documentId, state, fileName, contentType, bytes, keptThrough }) => {
      const [zh, en] = [`${documentId}（${fileName}）`, `${documentId} (${fileName})`];
      if (state === 'awaiting-upload')
        return say(
          `材料 ${zh}已登记但尚未上传；请先上传文件。`,
          `The content of ${en} has not come yet; upload it first.`,
        );
      if (state === 'expired')
        return say(
          `材料 ${zh}截至 ${keptThrough ?? '—'} 未作为证明材料使用，已过期；请重新登记并上传。`,
          `${en} was evidence of nothing through ${keptThrough ?? '—'} and has expired; announce and upload it again.`,
        );
      if (state === 'refused')
        return say(
          `材料 ${zh}的内容与登记的不符，应为 ${contentType}、${bytes} 字节；请重新登记并上传正确的文件。`,
          `The content of ${en} is not what was announced: ${contentType}, ${bytes} bytes; announce and upload the right file.`,
        );
      return say(
        `本单位没有材料 ${documentId}；请先登记并上传。`,
        `You have no document ${documentId}; announce and upload it first.`,
      );
    },
  },
  'too-many-items': {
    status: 422,
    title: say('项数过多', 'Too many items'),
    says: ({ items, itemsMax }) =>
      say(`已有 ${items} 项，至多 ${itemsMax} 项。`, `There are ${items} already; ${itemsMax} is the most.`),
  },
} as const satisfies Refusals;
