import type { Language } from './language.ts';

type Message = (issue: Readonly<Record<string, unknown>>) => string;

const chinese: Readonly<Record<string, Message>> = {
  'json-invalid': () => '请求体不是合法的 JSON。',
  'invalid-type': ({ expected }) => `类型不对，应为 ${expected}；必填字段不能缺少。`,
  'unrecognized-keys': ({ keys }) => `不认识的字段：${listed(keys)}。`,
  'too-small': ({ minimum, origin }) =>
    origin === 'string' ? `太短，至少 ${minimum} 个字符。` : `太小，至少为 ${minimum}。`,
  'too-big': ({ maximum, origin }) =>
    origin === 'string' ? `太长，至多 ${maximum} 个字符。` : `太大，至多为 ${maximum}。`,
  'invalid-value': ({ values }) => `取值不对，可用：${listed(values)}。`,
  'invalid-format': () => '格式不对。',
  'date-invalid': () => '应为存在的日期，格式为 YYYY-MM-DD。',
  'credit-code-invalid': () => '统一社会信用代码不对：应为 18 位，且校验位正确（GB 32100-2015）。',
  'reason-required': () => '退回或不予通过时必须说明理由。',
  'rates-differ': () => '年利率的两种写法不一致：annualRatePpm 应与 annualRateBp 相同到基点。',
  'if-match-invalid': () => 'If-Match 应为带引号的版本号，例如 "3"。',
};

const english: Readonly<Record<string, Message>> = {
  'json-invalid': () => 'The body is not valid JSON.',
  'invalid-type': ({ expected }) => `Wrong type: ${expected} is needed, and a required field may not be left out.`,
  'unrecognized-keys': ({ keys }) => `Unknown fields: ${listed(keys)}.`,
  'too-small': ({ minimum, origin }) =>
    origin === 'string' ? `Too short: at least ${minimum} characters.` : `Too small: at least ${minimum}.`,
  'too-big': ({ maximum, origin }) =>
    origin === 'string' ? `Too long: at most ${maximum} characters.` : `Too large: at most ${maximum}.`,
  'invalid-value': ({ values }) => `Not one of: ${listed(values)}.`,
  'invalid-format': () => 'The form is wrong.',
  'date-invalid': () => 'An existing date as YYYY-MM-DD is needed.',
  'credit-code-invalid': () => 'Not a credit code: 18 characters with the right check character (GB 32100-2015).',
  'reason-required': () => 'Rejecting or returning needs a reason.',
  'rates-differ': () => 'The two rates differ: annualRatePpm must equal annualRateBp to the basis point.',
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
