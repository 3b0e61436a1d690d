const deep = (open: string, close: string, depth: number): string => open.repeat(depth) + close.repeat(depth);

/** JSON that stands in the place of one field, as it is on the wire. Keyed by what it is. */
export const hostileValues: Readonly<Record<string, string>> = {
  null: 'null',
  true: 'true',
  'below zero': '-1',
  'minus zero': '-0',
  'a fraction': '0.1',
  'beyond safe integers': '9007199254740993',
  'beyond numbers': '1e400',
  'as a power': '1e21',
  'a number of a thousand digits': '9'.repeat(1000),
  empty: '""',
  blank: '"  "',
  'a zero byte': '"a\\u0000b"',
  'half a character': '"\\ud800"',
  'a right-to-left override': '"\\u202egnp.exe"',
  'a hundred thousand characters': `"${'字'.repeat(30_000)}"`,
  'a formula': '"=HYPERLINK(\\"http://example.invalid\\",\\"x\\")"',
  'a credit code as a spreadsheet shows it': '"9.13305E+17"',
  'a number as text': '"100"',
  'a day that is none': '"2026-02-30"',
  'the last day': '"9999-12-31"',
  'a year of five digits': '"10000-01-01"',
  'a path': '"../../etc/passwd"',
  'an object': '{}',
  'a list': '[]',
  'a list of lists': deep('[', ']', 20),
  'its prototype': '{"__proto__":{"isAdmin":true}}',
  'its constructor': '{"constructor":{"prototype":{"isAdmin":true}}}',
};

export interface HostileBody {
  readonly body: string | Buffer;
  /** The statuses that may answer it before anything of the body is looked at. */
  readonly statuses: readonly number[];
  readonly headers?: Readonly<Record<string, string>>;
  readonly chunked?: boolean;
}

const gbk = Buffer.from([0x7b, 0x22, 0xc6, 0xbd, 0xba, 0xfe, 0x22, 0x3a, 0x31, 0x7d]);

/** Bodies that no call takes. */
export const hostileBodies: Readonly<Record<string, HostileBody>> = {
  'no JSON': { body: '{', statuses: [400] },
  'not an object': { body: '[]', statuses: [400] },
  'the word null': { body: 'null', statuses: [400] },
  'a text': { body: '"x"', statuses: [400] },
  'a hundred thousand lists in one another': { body: deep('[', ']', 100_000), statuses: [400] },
  'fifty thousand objects in one another': { body: `${'{"a":'.repeat(50_000)}1${'}'.repeat(50_000)}`, statuses: [400] },
  'a prototype': { body: '{"__proto__":{"isAdmin":true}}', statuses: [400] },
  'fifty thousand fields': {
    body: JSON.stringify(Object.fromEntries(Array.from({ length: 50_000 }, (_, index) => [`f${index}`, 0]))),
    statuses: [400],
  },
  'half a megabyte of one number': { body: `{"amountFen":${'9'.repeat(500_000)}}`, statuses: [400] },
  'bytes that are no UTF-8': { body: Buffer.from([0x7b, 0x22, 0xff, 0xfe, 0x22, 0x3a, 0x31, 0x7d]), statuses: [400] },
  'GBK in place of UTF-8': { body: gbk, statuses: [400] },
  'UTF-16': { body: Buffer.from('{"a":1}', 'utf16le'), statuses: [400] },
  'more than a call takes': { body: `{"a":"${'x'.repeat(4 * 1024 * 1024)}"}`, statuses: [413] },
  'more than a call takes, in chunks': {
    body: `{"a":"${'x'.repeat(4 * 1024 * 1024)}"}`,
    statuses: [413],
    chunked: true,
  },
  'no media type': { body: '{}', statuses: [415], headers: { 'content-type': '' } },
  'a form': { body: 'a=1', statuses: [415], headers: { 'content-type': 'application/x-www-form-urlencoded' } },
  'something like JSON': { body: '{}', statuses: [415], headers: { 'content-type': 'application/json-patch+json' } },
  'gzip, and says so': {
    body: Buffer.from('H4sIAAAAAAAAA6uuBQBDv6ajAgAAAA==', 'base64'),
    statuses: [400],
    headers: { 'content-encoding': 'gzip' },
  },
};

/** Texts in the place of an id in a path, as they stand on the wire. */
export const hostilePathParts: readonly string[] = [
  'x'.repeat(300),
  'x'.repeat(7000),
  '%00',
  '%ff',
  '%',
  '%2e%2e%2f%2e%2e%2fetc%2fpasswd',
  '..%2f..',
  '%F0%9F%98%80',
  '%E5%B9%B3%E6%B9%96',
  '__proto__',
  'constructor',
  '%7B%7D',
  "'%20OR%20'1'='1",
];

/** Texts in the place of a query parameter's value, as they stand on the wire. */
export const hostileQueryValues: readonly string[] = [
  '',
  '1e1',
  '0x2',
  '0b1',
  '-1',
  '1.5',
  '%205',
  '5%20',
  '%2B5',
  '05',
  'NaN',
  'Infinity',
  '9007199254740993',
  '%00',
  '%ff',
  '%',
  '1,2',
  '__proto__',
  '2026-02-30',
  'x'.repeat(5000),
  '%ED%A0%80',
];

/** Ways to write a number that only a program takes for one. */
export const notQuiteNumbers: readonly string[] = ['1e1', '0x2', '0b1', '%205', '5%20', '%2B5', '5.0', '', '05'];

/** Headers with something odd in them. */
export const hostileHeaders: Readonly<Record<string, Readonly<Record<string, string | readonly string[]>>>> = {
  'a language that is none': { 'accept-language': '*;q=0.000, zh;q=nan, ;;;, en-GB-x-very-private' },
  'a language of ten thousand characters': { 'accept-language': 'zh,'.repeat(3300) },
  'an Accept of anything': { accept: 'text/csv;q=0, */*;q=-1, text/html, application/xml' },
  'two versions': { 'if-match': '"1", "2"' },
  'a version that is none': { 'if-match': '"abc"' },
  'a version beyond numbers': { 'if-match': `"${'9'.repeat(30)}"` },
  'a method in a header': { 'x-http-method-override': 'DELETE' },
  'a host of somebody else': { host: 'example.invalid' },
  'a forwarded address': { 'x-forwarded-for': '127.0.0.1, <script>', forwarded: 'for="_x"' },
  cookies: { cookie: '__proto__=1; a=b; =; ;' },
  'bytes of another alphabet': { 'x-note': 'caf\u00e9' },
};
