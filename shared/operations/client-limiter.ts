import { type ClientLimits, type LimitName, leaseMs, leaseOf } from '../domain/client-rate.ts';
import { leaseCalls } from '../store/client-limits.ts';
import type { Services } from './services.ts';

/** Whether a call may go on, and what its client is told. */
export interface Taken {
  readonly limit: LimitName;
  readonly isAllowed: boolean;
  /** Calls that are left, as this process knows. */
  readonly left: number;
  /** Seconds until all are there again; of a refused call, until there is one. */
  readonly inSeconds: number;
}

interface Lease {
  left: number;
  readonly beyond: number;
  readonly fromMs: number;
  readonly untilMs: number;
  readonly fullAtMs: number;
  /** The store had no call left: until this lease ends, its client is refused. */
  readonly isRefused: boolean;
}

/** For so long at most, the store is not asked again about a client that was refused. */
const refusedForMs = 1_000;

/** Clients that a process remembers; forgotten ones lose what was taken ahead for them. */
const clientsMax = 2_000;

/**
 * Counts the calls of each client for one process. It takes some ahead from the store, for ten seconds, so that most calls read
 * and write nothing; what is not used by then is lost: never more than the limit pass, and at most a lease a process less.
 */
export class ClientLimiter {
  readonly limits: ClientLimits;
  readonly #leases = new Map<string, Lease>();
  readonly #underWay = new Map<string, Promise<Lease>>();

  constructor(limits: ClientLimits) {
    this.limits = limits;
  }

  /** Takes one call. @throws Unavailable if the store does not answer. */
  async take(services: Pick<Services, 'database' | 'now'>, client: string, limit: LimitName): Promise<Taken> {
    const key = `${limit}#${client}`;
    for (;;) {
      const nowMs = Date.parse(services.now());
      const lease = this.#leaseAt(key, nowMs) ?? (await this.#leased(services, key, limit, nowMs));
      if (lease.left > 0) {
        lease.left -= 1;
        const inSeconds = Math.max(1, Math.ceil((lease.fullAtMs - nowMs) / 1000));
        return { limit, isAllowed: true, left: lease.left + lease.beyond, inSeconds };
      }
      if (lease.isRefused) {
        const inSeconds = Math.max(1, Math.ceil((lease.fullAtMs - nowMs) / 1000));
        return { limit, isAllowed: false, left: 0, inSeconds };
      }
      // It is used up, perhaps by others who waited for it, too: the next one is asked for.
      this.#leases.delete(key);
    }
  }

  #leaseAt(key: string, nowMs: number): Lease | undefined {
    const lease = this.#leases.get(key);
    return lease && nowMs >= lease.fromMs && nowMs < lease.untilMs ? lease : undefined;
  }

  /** One asks the store, and all who wait share its answer. */
  #leased(services: Pick<Services, 'database'>, key: string, limit: LimitName, nowMs: number): Promise<Lease> {
    const known = this.#underWay.get(key);
    if (known) return known;
    const asked = this.#ask(services, key, limit, nowMs).finally(() => this.#underWay.delete(key));
    this.#underWay.set(key, asked);
    return asked;
  }

  async #ask({ database }: Pick<Services, 'database'>, key: string, limit: LimitName, nowMs: number): Promise<Lease> {
    const rate = this.limits[limit];
    const { calls, beyond, paidThroughMs } = await leaseCalls(database, key, rate, leaseOf(rate), nowMs);
    const isRefused = calls === 0;
    const lease: Lease = {
      left: calls,
      beyond: beyond.calls,
      fromMs: nowMs,
      untilMs: nowMs + (isRefused ? Math.min(refusedForMs, beyond.waitMs) : leaseMs),
      isRefused,
      fullAtMs: isRefused ? nowMs + beyond.waitMs : paidThroughMs,
    };
    if (this.#leases.size >= clientsMax) this.#leases.clear();
    this.#leases.set(key, lease);
    return lease;
  }
}
