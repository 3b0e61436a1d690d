/** Nesting that no request of ours comes near; deeper JSON would exhaust the stack of whoever writes it out again. */
const depthMax = 32;

export type JsonFault = 'json-not-interchangeable' | 'json-too-deep' | 'member-repeated';

/**
 * Why JSON cannot be kept and hashed as it is (RFC 7493, RFC 8785), or null: a text with half a character, a number
 * beyond the range of numbers, too deep a nesting, or a member that was given twice, of which `JSON.parse` keeps the last.
 * `members` is how many its text had. What a field may hold is its schema's business, not this one's.
 */
export function faultOfJson(json: unknown, members: number): JsonFault | null {
  let found = 0;
  const waiting: { readonly value: unknown; readonly depth: number }[] = [{ value: json, depth: 1 }];
  for (let next = waiting.pop(); next; next = waiting.pop()) {
    const { value, depth } = next;
    if (typeof value === 'string' && !value.isWellFormed()) return 'json-not-interchangeable';
    if (typeof value === 'number' && !Number.isFinite(value)) return 'json-not-interchangeable';
    if (typeof value !== 'object' || value === null) continue;
    if (depth > depthMax) return 'json-too-deep';
    if (!Array.isArray(value)) {
      const names = Object.keys(value);
      if (!names.every((name) => name.isWellFormed())) return 'json-not-interchangeable';
      found += names.length;
    }
    for (const inner of Object.values(value)) waiting.push({ value: inner, depth: depth + 1 });
  }
  return found < members ? 'member-repeated' : null;
}
