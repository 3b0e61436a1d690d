import { afterAll, describe, expect, test } from 'vitest';
import { Api } from '../support/api.ts';
import { prepareCity } from '../support/city.ts';
import { creditCode } from '../support/fixtures.ts';
import { newFolder, type RunningSystem, removeFolder, startSystem } from '../support/system.ts';

const kills = 3;
const senders = 6;
const amountFen = 1_000_000;
/** So that every kill comes in the middle of work, however busy the machine is. */
const answersBeforeKill = 10;

interface Sent {
  readonly key: string;
  readonly code: string;
  /** The answer's text where one came; nothing is known of the others. */
  answer: string | null;
}

describe('killed with kill -9 under load and started again', () => {
  const folder = newFolder();
  let system: RunningSystem | undefined;
  afterAll(async () => {
    await system?.stop();
    removeFolder(folder);
  });

  test(`nothing answered 2xx is lost and nothing is done twice, over ${kills} kills`, async () => {
    const codes = [creditCode(1), creditCode(2), creditCode(3)];
    system = await startSystem({ folder });
    await prepareCity(new Api(system.url), codes);

    const sent: Sent[] = [];
    for (let kill = 0; kill < kills; kill += 1) {
      const stopSending = sendUntilToldOtherwise(system.url, codes, sent, kill);
      await untilAnswered(sent, (kill + 1) * answersBeforeKill);
      await new Promise((wake) => setTimeout(wake, 50 + kill * 130));
      await system.kill();
      await stopSending();
      system = await startSystem({ folder });
    }

    const api = new Api(system.url);
    expect(sent.filter(({ answer }) => answer !== null).length).toBeGreaterThanOrEqual(kills * answersBeforeKill);
    // Every request is sent again: the answered ones must answer the same, the others once.
    for (const each of sent) {
      const reply = await api.post('bank-rcb', '/v1/applications', application(each.code), { key: each.key });
      expect(reply.status).toBe(201);
      if (each.answer !== null) {
        expect(reply.text).toBe(each.answer);
        expect(reply.headers.get('idempotency-replayed')).toBe('true');
      }
    }
    for (const code of codes) {
      const ofEnterprise = sent.filter((each) => each.code === code);
      const enterprise = await api.get('office-1', `/v1/enterprises/${code}`);
      expect(enterprise.body.exposureFen).toBe(ofEnterprise.length * amountFen);
      const ids = await everyId(api, code);
      expect(ids).toHaveLength(ofEnterprise.length);
      for (const id of ids.slice(0, 5)) {
        const verified = await api.get('auditor-1', `/v1/audit/verification?kind=applications&id=${id}`);
        expect(verified.body).toMatchObject({ ok: true, brokenAt: null });
      }
    }
  });
});

const application = (code: string) => ({
  creditCode: code,
  institutionId: 'rcb',
  amountFen,
  termMonths: 12,
  mode: 'credit',
  purpose: '流动资金',
});

/** Sends applications from several senders at once, each its next when its last was answered, until told to stop. */
function sendUntilToldOtherwise(url: string, codes: readonly string[], sent: Sent[], round: number) {
  const api = new Api(url);
  let sending = true;
  const sender = async (name: number): Promise<void> => {
    for (let count = 0; sending && count < 200; count += 1) {
      const code = codes[(name + count) % codes.length] ?? '';
      const each: Sent = { key: `kill-${round}-${name}-${count}`, code, answer: null };
      sent.push(each);
      try {
        const reply = await api.post('bank-rcb', '/v1/applications', application(code), { key: each.key });
        if (reply.status === 201) each.answer = reply.text;
      } catch (error) {
        // The system was killed: no answer, so nothing is known of this one.
        if (!(error instanceof TypeError)) throw error;
        return;
      }
    }
  };
  const all = Promise.all(Array.from({ length: senders }, (_, name) => sender(name)));
  return async () => {
    sending = false;
    await all;
  };
}

async function untilAnswered(sent: readonly Sent[], count: number): Promise<void> {
  while (sent.filter(({ answer }) => answer !== null).length < count) {
    await new Promise((wake) => setTimeout(wake, 10));
  }
}

async function everyId(api: Api, code: string): Promise<readonly string[]> {
  const ids: string[] = [];
  let cursor = '';
  do {
    const page = await api.get('office-1', `/v1/applications?creditCode=${code}&limit=200${cursor}`);
    const { items, nextCursor } = page.body as { items: { applicationId: string }[]; nextCursor: string | null };
    ids.push(...items.map(({ applicationId }) => applicationId));
    cursor = nextCursor === null ? '' : `&cursor=${encodeURIComponent(nextCursor)}`;
  } while (cursor !== '');
  return ids;
}
