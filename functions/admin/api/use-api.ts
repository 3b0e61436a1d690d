import { createContext, use } from 'react';
import type { ApiClient } from './client.ts';

export const ApiContext = createContext<ApiClient | null>(null);

/** The API client of the session. */
export function useApi(): ApiClient {
  const api = use(ApiContext);
  if (api === null) throw new Error('No API client above this component');
  return api;
}
