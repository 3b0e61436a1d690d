import type { Language } from './language.ts';

type Message = (issue: Readonly<Record<string, unknown>>) => string;

const chinese: Readonly<Record<string, Message>> = {
  'json-invalid': () => '请求体不是合法的 JSON（UTF-8）。',
  'json-not-interchangeable': () => '请求体含有不完整的字符（单独的代理码位）或超出范围的数字。',
  'json-too-deep': () => '请求体嵌套过深，至多 32 层。',
  'member-repeated': () => '同一对象中重复给出了该字段；每个字段只能给出一次。',
  'invalid-type': ({ expected }) =>
    `类型不对，应为 ${expected === 'int' ? '整数（int）' : expected}；必填字段不能缺少。`,
  'unrecognized-keys': ({ keys }) => `不认识的字段：${listed(keys)}。`,
  'too-small': ({ minimum, origin }) => {
    if (origin === 'string') return `太短，至少 ${minimum} 个字符。`;
    return origin === 'array' ? `太少，至少 ${minimum} 项。` : `太小，至少为 ${minimum}。`;
  },
  'too-big': ({ maximum, origin }) => {
    if (origin === 'string') return `太长，至多 ${maximum} 个字符。`;
    return origin === 'array' ? `太多，至多 ${maximum} 项。` : `太大，至多为 ${maximum}。`;
  },
  'invalid-value': ({ values }) => `取值不对，可用：${listed(values)}。`,
  'invalid-format': ({ pattern }) => `格式不对${pattern === undefined ? '' : `，应符合 ${pattern}`}。`,
  'below-a-hundredth': () => '应为 0 或至少为 0.01。',
  'too-long-folded': () => '含有展开后过长的字符（如 ﷺ），展开后至多 200 个字符。',
  'date-invalid': () => '应为存在的日期，格式为 YYYY-MM-DD。',
  'digits-needed': () => '应为十进制整数，只用数字 0–9，例如 50。',
  'credit-code-invalid': () => '统一社会信用代码不对：应为 18 位，且校验位正确（GB 32100-2015）。',
  'reason-required': () => '退回或不予通过时必须说明理由。',
  'evidence-needed': () => '须填写档案号（reference）或电子材料（documentId），可两者都填。',
  'rates-differ': () => '年利率的两种写法不一致：annualRatePpm 应与 annualRateBp 相同到基点。',
  'nothing-paid': () => '本金与利息合计至少为 1 分。',
  'nothing-recovered': () => '追偿金额至少为 1 分；只有最后一笔（final）可以为 0。',
  'costs-exceed-amount': () => '追偿费用不能高于追偿金额。',
  'nothing-claimed': () => '申报的本金与利息损失合计至少为 1 分。',
  'id-not-of-kind': () => '编号不符合该类（kind）的格式：企业为统一社会信用代码，机构为机构编号，其余为本系统的编号。',
  'person-name-invalid': () => '姓名应含有文字，不能含有控制字符或不可见字符。',
  'file-name-invalid': () => '文件名应为 1 到 255 个字符，不能含有路径分隔符、控制字符或不可见字符。',
  'extension-mismatch': () => '文件名的扩展名与 contentType 不符，例如 application/pdf 应为 .pdf。',
  'part-beyond-parts': () => '部分的序号不能大于总数。',
  'descriptions-too-long': () => '附加担保的说明合计至多 6000 个字符。',
  'resolution-too-long': () => '理由与备注合计至多 40000 个字符。',
  'too-many-entries': () => '太多，至多 50 项。',
  'entry-repeated': () => '同一项不能重复。',
  'range-backwards': ({ from }) => `不能早于开始日期 ${from}。`,
  'range-too-long': ({ from, through }) => `日期范围至多 366 天：从 ${from} 起最晚到 ${through}。`,
  'filter-not-visible': () => '此角色看不到这一项，不能按它筛选。',
  'if-match-invalid': () => 'If-Match 应为带引号的版本号，例如 "3"。',
};

const english: Readonly<Record<string, Message>> = {
  'json-invalid': () => 'The body is not valid JSON in UTF-8.',
  'json-not-interchangeable': () => 'The body has half a character (a lone surrogate) or a number beyond all range.',
  'member-repeated': () => 'The object names this field twice; each may be given once.',
  'json-too-deep': () => 'The body is nested too deeply: at most 32 levels.',
  'invalid-type': ({ expected }) =>
    `Wrong type: ${expected === 'int' ? 'a whole number (int)' : expected} is needed, and a required field may not be left out.`,
  'unrecognized-keys': ({ keys }) => `Unknown fields: ${listed(keys)}.`,
  'too-small': ({ minimum, origin }) => {
    if (origin === 'string') return `Too short: at least ${minimum} characters.`;
    return origin === 'array' ? `Too few: at least ${minimum} entries.` : `Too small: at least ${minimum}.`;
  },
  'too-big': ({ maximum, origin }) => {
    if (origin === 'string') return `Too long: at most ${maximum} characters.`;
    return origin === 'array' ? `Too many: at most ${maximum} entries.` : `Too large: at most ${maximum}.`;
  },
  'invalid-value': ({ values }) => `Not one of: ${listed(values)}.`,
  'invalid-format': ({ pattern }) => `The form is wrong${pattern === undefined ? '' : `: it must match ${pattern}`}.`,
  'below-a-hundredth': () => 'It must be 0, or at least 0.01.',
  'too-long-folded': () => 'It has characters that stand for many (such as ﷺ): unfolded, at most 200 characters.',
  'date-invalid': () => 'An existing date as YYYY-MM-DD is needed.',
  'digits-needed': () => 'A whole number in decimal digits is needed, such as 50.',
  'credit-code-invalid': () => 'Not a credit code: 18 characters with the right check character (GB 32100-2015).',
  'reason-required': () => 'Rejecting or returning needs a reason.',
  'evidence-needed': () => 'Give a reference, a documentId, or both.',
  'rates-differ': () => 'The two rates differ: annualRatePpm must equal annualRateBp to the basis point.',
  'nothing-paid': () => 'Principal and interest together must be at least one fen.',
  'nothing-recovered': () => 'At least one fen must have come; only the final one may be 0.',
  'costs-exceed-amount': () => 'The costs are at most what was recovered.',
  'nothing-claimed': () => 'Principal and interest claimed must together be at least one fen.',
  'id-not-of-kind': () =>
    'Not the form of an id of this kind: an enterprise’s credit code, an institution’s id, else an id of this system.',
  'person-name-invalid': () => 'A name has letters, and no control or invisible character.',
  'file-name-invalid': () =>
    'A file name has 1 to 255 characters, none of them a path separator, control or invisible character.',
  'extension-mismatch': () => 'The name must end as its contentType has it, such as .pdf for application/pdf.',
  'part-beyond-parts': () => 'The number of the part must not be above the number of parts.',
  'descriptions-too-long': () => 'The descriptions together may have at most 6,000 characters.',
  'resolution-too-long': () => 'Reasons and notes together may have at most 40,000 characters.',
  'too-many-entries': () => 'Too many: at most 50 entries.',
  'entry-repeated': () => 'No entry may be named twice.',
  'range-backwards': ({ from }) => `Must not be before the first day, ${from}.`,
  'range-too-long': ({ from, through }) => `At most 366 days: from ${from} to ${through} at the latest.`,
  'filter-not-visible': () => 'This role does not see what the filter asks for, so it cannot ask by it.',
  'if-match-invalid': () => 'If-Match must be a version in quotes, such as "3".',
};

/** What was wrong with a field and what would be right, in the caller's language. */
export function fieldMessage(language: Language, code: string, issue: Readonly<Record<string, unknown>>): string {
  const messages = language === 'zh' ? chinese : english;
  const message = messages[code];
  if (message) return message(issue);
  return language === 'zh' ? `不符合要求（${code}）。` : `Not as required (${code}).`;
}

const listed = (words: unknown): string => (Array.isArray(words) ? words.slice(0, 20).join(', ') : '');
