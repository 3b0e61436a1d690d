import { createHash, randomBytes } from 'node:crypto';
import type { Client } from './clients.ts';

/** What an authorization code stands for. */
export interface Grant {
  readonly client: Client;
  readonly redirectUri: string;
  /** SHA-256 of the verifier, base64url (PKCE, S256). */
  readonly challenge: string;
  readonly nonce: string | null;
}

const codeLivesMs = 60_000;
const codesMax = 1_000;

/** Authorization codes: each is good once, for a minute. */
export class AuthorizationCodes {
  readonly #grants = new Map<string, Grant & { readonly endsAtMs: number }>();

  issue(grant: Grant): string {
    if (this.#grants.size >= codesMax) this.#grants.clear();
    const code = randomBytes(32).toString('base64url');
    this.#grants.set(code, { ...grant, endsAtMs: performance.now() + codeLivesMs });
    return code;
  }

  /** Takes a code in; null when it is unknown, used, too old, or not this caller's. */
  redeem(code: string, redirectUri: string, verifier: string): Grant | null {
    const grant = this.#grants.get(code);
    this.#grants.delete(code);
    if (!grant || grant.endsAtMs < performance.now() || grant.redirectUri !== redirectUri) return null;
    return createHash('sha256').update(verifier).digest('base64url') === grant.challenge ? grant : null;
  }
}
