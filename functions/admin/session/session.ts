import { InMemoryWebStorage, UserManager, WebStorageStateStore } from 'oidc-client-ts';
import type { PageConfig } from '../../../shared/contracts/page-config.ts';
import { forgetDrafts } from './draft-store.ts';
import { forgetSheets } from './sheet-store.ts';
import { type Who, whoOf } from './who.ts';

export type SessionState =
  | { readonly kind: 'signed-out'; readonly problem: string | null }
  | { readonly kind: 'signed-in'; readonly who: Who }
  /** The token ran out: what was typed is kept, and whoever it was signs in again. */
  | { readonly kind: 'expired'; readonly who: Who };

/** Whether this tab was signed in, so that a reload goes through the issuer again without a click. No secret. */
const tabMark = 'was-signed-in';

/** Signing in by authorization code with PKCE. The token lives in this object's memory and nowhere else. */
export class Session {
  readonly #config: PageConfig;
  readonly #users: UserManager;
  readonly #listeners = new Set<() => void>();
  #state: SessionState = { kind: 'signed-out', problem: null };
  #token: string | null = null;
  #expiry: ReturnType<typeof setTimeout> | undefined;

  constructor(config: PageConfig) {
    this.#config = config;
    this.#users = new UserManager({
      authority: config.issuer,
      client_id: config.clientId,
      redirect_uri: homeAddress(config),
      post_logout_redirect_uri: homeAddress(config),
      response_type: 'code',
      scope: config.scope ?? 'openid profile',
      userStore: new WebStorageStateStore({ store: new InMemoryWebStorage() }),
      stateStore: new WebStorageStateStore({ store: sessionStorage, prefix: 'sign-in.' }),
      automaticSilentRenew: false,
      monitorSession: false,
      loadUserInfo: false,
    });
  }

  readonly subscribe = (listener: () => void): (() => void) => {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  };
  readonly state = (): SessionState => this.#state;
  readonly token = (): string | null => this.#token;

  /** Comes back from the issuer with a code, goes there where this tab was signed in, or waits for a click. */
  async begin(): Promise<void> {
    const asked = new URLSearchParams(location.search);
    if (asked.has('state') && (asked.has('code') || asked.has('error'))) return this.#comeBack();
    if (sessionStorage.getItem(tabMark) !== null) return this.signIn();
  }

  /** Leaves for the issuer; afterwards the page is where it was. */
  async signIn(): Promise<void> {
    await this.#users.signinRedirect({ state: location.hash });
  }

  /** Forgets everything typed, and tells the issuer. */
  async signOut(): Promise<void> {
    forgetDrafts();
    await forgetSheets();
    sessionStorage.removeItem(tabMark);
    this.#token = null;
    clearTimeout(this.#expiry);
    await this.#users.removeUser();
    await this.#users.signoutRedirect(
      this.#config.signOutWith === undefined
        ? {}
        : { extraQueryParams: { client_id: this.#config.clientId, logout_uri: homeAddress(this.#config) } },
    );
  }

  /** The API did not take the token, or its time is over. */
  readonly expire = (): void => {
    if (this.#state.kind !== 'signed-in') return;
    this.#token = null;
    this.#become({ kind: 'expired', who: this.#state.who });
  };

  async #comeBack(): Promise<void> {
    try {
      const user = await this.#users.signinRedirectCallback();
      history.replaceState(null, '', `${location.pathname}${typeof user.state === 'string' ? user.state : ''}`);
      sessionStorage.setItem(tabMark, 'yes');
      this.#token = this.#config.apiToken === 'id_token' ? (user.id_token ?? null) : user.access_token;
      const seconds = user.expires_in;
      if (seconds !== undefined) this.#expiry = setTimeout(this.expire, seconds * 1000);
      this.#become({ kind: 'signed-in', who: whoOf(user.profile, this.#config) });
    } catch (error) {
      history.replaceState(null, '', location.pathname);
      sessionStorage.removeItem(tabMark);
      this.#become({ kind: 'signed-out', problem: error instanceof Error ? error.message : String(error) });
    }
  }

  #become(state: SessionState): void {
    this.#state = state;
    for (const listener of this.#listeners) listener();
  }
}

/** The page's own address, without what was asked of it. */
const homeAddress = ({ home }: PageConfig): string => new URL(home ?? './', document.baseURI).href;
