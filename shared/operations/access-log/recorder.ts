import { createHash } from 'node:crypto';
import { type Access, accessKeptUntil, pathCharactersMax } from '../../domain/access.ts';
import { fourEyesRefused } from '../../domain/alarm.ts';
import { dayAt } from '../../domain/calendar.ts';
import { RefusalBound } from '../../domain/refusal-bound.ts';
import { putAccess } from '../../store/access-log.ts';
import { Unavailable } from '../../store/retry.ts';
import type { Services } from '../services.ts';

/** A call that has been judged, as the log sees it. */
export type SeenCall = Omit<Access, 'kind' | 'outcome' | 'count'>;

type Needs = Pick<Services, 'database' | 'newId' | 'log'>;

/** So many tokens and readings a process remembers to have written. */
const rememberedMax = 5_000;

/** Writes the access log for one process, and remembers what of it is written already. */
export class AccessRecorder {
  readonly #months: number;
  readonly #bound = new RefusalBound();
  readonly #written = new Set<string>();

  constructor(months: number) {
    this.#months = months;
  }

  /**
   * Keeps a refusal: an entry each, counted in a flood, and a line of the structured log each. What cannot be written is
   * told in the log and changes no answer.
   */
  async refused(services: Needs, call: SeenCall, kind: Access['kind']): Promise<void> {
    const { code, sub, org, operationId, status } = call;
    services.log.info(code === 'four-eyes' ? fourEyesRefused : 'refused call', {
      code,
      status,
      sub,
      org,
      operationId,
      traceId: call.traceId,
    });
    const count = this.#bound.take(sub === null ? `address ${call.address}` : `${org} ${sub}`, Date.parse(call.at));
    if (count === 0) return;
    await this.#tryPut(services, services.newId('acc', call.at), { ...call, kind, outcome: 'refused', count });
  }

  /** Keeps the first call of a token; `token` names it. */
  async signedIn(services: Needs, call: SeenCall, token: string): Promise<void> {
    const id = idOf('sign-in', token);
    if (this.#written.has(id)) return;
    const entry = { ...call, kind: 'sign-in', outcome: 'allowed', count: 1 } as const;
    if (await this.#tryPut(services, id, entry)) this.#note(id);
  }

  /**
   * Keeps an export, or a document's reading once a reader, document and day. Before the answer goes out, so that nothing
   * leaves unseen.
   *
   * @throws Unavailable when it could not be written.
   */
  async left(services: Needs, call: SeenCall, kind: 'download' | 'export'): Promise<void> {
    const isOnce = kind === 'download';
    const id = isOnce ? idOf(kind, call.org, call.sub, call.path, dayAt(call.at)) : services.newId('acc', call.at);
    if (this.#written.has(id)) return;
    if (!(await this.#tryPut(services, id, { ...call, kind, outcome: 'allowed', count: 1 })))
      throw new Unavailable(`${kind} ${call.traceId} could not be kept in the access log`);
    if (isOnce) this.#note(id);
  }

  #note(id: string): void {
    if (this.#written.size >= rememberedMax) this.#written.clear();
    this.#written.add(id);
  }

  async #tryPut({ database, log }: Needs, accessId: string, access: Access): Promise<boolean> {
    const entry = { ...access, accessId, path: access.path.slice(0, pathCharactersMax) };
    try {
      await putAccess(database, entry, accessKeptUntil(access.at, this.#months));
      return true;
    } catch (error) {
      const reason = error instanceof Error ? error.message : String(error);
      log.error('access log not written', { kind: access.kind, traceId: access.traceId, reason });
      return false;
    }
  }
}

/** The id of what is kept once, whoever of several processes writes it first. */
const idOf = (kind: string, ...parts: readonly (string | null)[]): string =>
  `acc_${createHash('sha256')
    .update(JSON.stringify([kind, ...parts]))
    .digest('hex')
    .slice(0, 40)}`;
