import { createContext, use, useSyncExternalStore } from 'react';
import type { Role } from '../../../shared/contracts/route.ts';
import type { Session, SessionState } from './session.ts';
import type { Who } from './who.ts';

export const SessionContext = createContext<Session | null>(null);

/** The session itself: to sign in and out. */
export function useSession(): Session {
  const session = use(SessionContext);
  if (session === null) throw new Error('No session above this component');
  return session;
}

export function useSessionState(): SessionState {
  const session = useSession();
  return useSyncExternalStore(session.subscribe, session.state);
}

/** Who is signed in; pages are shown to nobody else. */
export function useWho(): Who {
  const state = useSessionState();
  if (state.kind === 'signed-out') throw new Error('Nobody is signed in');
  return state.who;
}

/** Whether who is signed in has one of these roles. */
export function useHasRole(...roles: readonly Role[]): boolean {
  return useWho().roles.some((role) => roles.includes(role));
}
