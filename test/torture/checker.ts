import type { Journal } from './journal.ts';
import type { Outside } from './outside.ts';

const capFen = 1_000_000_000;
const kinds = [
  'enterprises',
  'applications',
  'loans',
  'claims',
  'meetings',
  'institutions',
  'imports',
  'fund',
] as const;
const checks = ['verify-trail', 'recount-figures', 'prove-ledger', 'anchor-trail'] as const;

/**
 * Judges the system from outside by its API alone, once nobody else is at it. First the commands of which nothing is
 * known are sent again by their keys, so that everything is known; then every promise is asked for again. Tells what is
 * wrong, in words.
 */
export async function judge(
  outside: Outside,
  journal: Journal,
  enterprises: readonly string[],
): Promise<readonly string[]> {
  return [
    ...(await settleUnknown(outside, journal)),
    ...(await replayAccepted(outside, journal)),
    ...(await judgeExposure(outside, enterprises)),
    ...(await judgeFund(outside, journal)),
    ...(await judgeHistories(outside)),
    ...(await judgeChecks(outside)),
  ];
}

/** What nobody was answered is asked for until it is: done then, done now, or refused. */
async function settleUnknown(outside: Outside, journal: Journal): Promise<readonly string[]> {
  const wrong: string[] = [];
  for (const sent of journal.unknown) {
    const { status, text } = await outside.send(sent);
    if (status >= 500) wrong.push(`${sent.key} ${sent.path} answered ${status}: ${text}`);
    else sent.answer = { status, text };
  }
  return wrong;
}

/** Whatever was answered 2xx is answered again, byte for byte, as a replay (R31). */
async function replayAccepted(outside: Outside, journal: Journal): Promise<readonly string[]> {
  const wrong: string[] = [];
  for (const sent of journal.accepted) {
    const { status, text, replayed } = await outside.send(sent);
    const isSame = status === sent.answer?.status && text === sent.answer.text;
    if (!isSame || !replayed)
      wrong.push(`${sent.key} ${sent.path}: ${sent.answer?.text} became ${status} ${text}${replayed ? '' : ', anew'}`);
  }
  return wrong;
}

/** Exposure is what applications hold and loans owe, over all banks, and never above the cap (R10, R11). */
async function judgeExposure(outside: Outside, enterprises: readonly string[]): Promise<readonly string[]> {
  const wrong: string[] = [];
  for (const code of enterprises) {
    const applications = await everything(outside, `/v1/applications?creditCode=${code}`);
    const loans = await everything(outside, `/v1/loans?creditCode=${code}`);
    const heldFen = sumOf(applications, 'reservedFen') + sumOf(loans, 'outstandingFen');
    const { exposureFen } = (await outside.get('office-1', `/v1/enterprises/${code}`)).body;
    if (exposureFen !== heldFen) wrong.push(`${code}: exposure is ${exposureFen}, and ${heldFen} are held`);
    if (Number(exposureFen) > capFen) wrong.push(`${code}: exposure of ${exposureFen} is above the cap`);
  }
  return wrong;
}

/** The fund's sums are those of what finance was answered and of what its claims say. */
async function judgeFund(outside: Outside, journal: Journal): Promise<readonly string[]> {
  const wrong: string[] = [];
  const { body: fund } = await outside.get('office-1', '/v1/fund');
  const appropriated = journal.accepted.filter(({ path }) => path === '/v1/fund/appropriations');
  const appropriatedFen = sumOf(
    appropriated.map(({ body }) => body as Entry),
    'amountFen',
  );
  const claims = await everything(outside, '/v1/claims?');
  const settled = claims.filter(({ settledAt }) => settledAt !== null);
  const compensatedFen = settled.reduce((sum, { shares }) => sum + (shares as { fundFen: number }).fundFen, 0);
  if (fund.appropriatedFen !== appropriatedFen)
    wrong.push(`the fund was given ${fund.appropriatedFen}, and finance was answered for ${appropriatedFen}`);
  if (fund.compensatedFen !== compensatedFen)
    wrong.push(`the fund compensated ${fund.compensatedFen}, and its claims say ${compensatedFen}`);
  if (fund.balanceFen !== appropriatedFen - compensatedFen || Number(fund.balanceFen) < 0)
    wrong.push(`the fund's balance of ${fund.balanceFen} is not what was given less what was compensated`);
  for (const { claimId, state, voucherNumber } of settled) {
    if ((state === 'paid') !== (voucherNumber !== null))
      wrong.push(`${claimId} is ${state} with voucher ${voucherNumber}`);
  }
  return wrong;
}

/** Every history of every kind holds, and says the state (R30). */
async function judgeHistories(outside: Outside): Promise<readonly string[]> {
  const wrong: string[] = [];
  for (const kind of kinds) {
    for (let cursor: unknown = ''; cursor !== null; ) {
      const more = cursor === '' ? '' : `&cursor=${encodeURIComponent(String(cursor))}`;
      const { status, body, text } = await outside.get('auditor-1', `/v1/audit/verification?kind=${kind}${more}`);
      if (status !== 200 || body.ok !== true) wrong.push(`the histories of ${kind}: ${text}`);
      cursor = body.nextCursor ?? null;
    }
  }
  return wrong;
}

/** The system's own checks find nothing: trail, figures, ledger. */
async function judgeChecks(outside: Outside): Promise<readonly string[]> {
  const wrong: string[] = [];
  for (const check of checks) {
    await outside.runJob(check);
    const { body, text } = await outside.get('auditor-1', `/v1/audit/checks?check=${check}&limit=1`);
    const [newest] = body.items as { readonly state: string; readonly ok: boolean }[];
    if (newest?.state !== 'done' || !newest.ok) wrong.push(`the check ${check}: ${text}`);
  }
  return wrong;
}

type Entry = Readonly<Record<string, unknown>>;

const sumOf = (entries: readonly Entry[], field: string): number =>
  entries.reduce((sum, entry) => sum + Number(entry[field]), 0);

/** All pages of a list. */
export async function everything(outside: Outside, path: string): Promise<readonly Entry[]> {
  const found: Entry[] = [];
  for (let cursor: unknown = ''; cursor !== null; ) {
    const more = cursor === '' ? '' : `&cursor=${encodeURIComponent(String(cursor))}`;
    const { status, body, text } = await outside.get('office-1', `${path}&limit=200${more}`);
    if (status !== 200) throw new Error(`${path} answered ${status}: ${text}`);
    found.push(...(body.items as readonly Entry[]));
    cursor = body.nextCursor ?? null;
  }
  return found;
}
