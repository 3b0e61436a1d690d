const [quote, backslash, colon] = [0x22, 0x5c, 0x3a];

/**
 * How many members the objects of a JSON text have together: its colons outside of texts. A parsed value that has fewer had
 * one of them twice. `json` is what `JSON.parse` takes, in UTF-8, of whose other characters no byte looks like these.
 */
export function membersIn(json: Uint8Array): number {
  let members = 0;
  let isInText = false;
  for (let at = 0; at < json.length; at += 1) {
    const byte = json[at];
    if (byte === quote) isInText = !isInText;
    else if (isInText && byte === backslash) at += 1;
    else if (!isInText && byte === colon) members += 1;
  }
  return members;
}

interface Frame {
  /** The names that an object has had; null for an array. */
  readonly names: Set<string> | null;
  /** Where in it the text is: a member's name, or an entry's number. */
  place: string | number;
}

/** A text, or a sign that opens, closes or parts; all else of a JSON text says nothing of where it is. */
const token = /"(?:[^"\\]|\\.)*"|[{}[\],:]/g;

/** The path of the first member that a JSON text names twice in one object, such as `rows.0.name`; null if none. */
export function repeatedMemberIn(json: string): string | null {
  const frames: Frame[] = [];
  let text = '';
  for (const [sign] of json.matchAll(token)) {
    const frame = frames.at(-1);
    if (sign === '{') frames.push({ names: new Set(), place: '' });
    else if (sign === '[') frames.push({ names: null, place: 0 });
    else if (sign === '}' || sign === ']') frames.pop();
    else if (sign === ',' && typeof frame?.place === 'number') frame.place += 1;
    else if (sign === ':' && frame?.names) {
      frame.place = JSON.parse(text) as string;
      if (frame.names.has(frame.place)) return frames.map(({ place }) => String(place)).join('.');
      frame.names.add(frame.place);
    } else if (sign.startsWith('"')) text = sign;
  }
  return null;
}
