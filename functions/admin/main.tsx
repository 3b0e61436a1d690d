import { createRoot } from 'react-dom/client';
import { ApiClient } from './api/client.ts';
import { loadConfig } from './session/config.ts';
import { Session } from './session/session.ts';
import { App } from './shell/app.tsx';
import { keptLanguage } from './shell/kept-language.ts';
import { shellTexts } from './shell/texts.ts';
import './shell/page.css';

/** Starts the page: who hosts it says where issuer and API are; then the session, then everything else. */
async function start(): Promise<void> {
  const config = await loadConfig();
  const session = new Session(config);
  const api = new ApiClient({
    apiUrl: config.apiUrl,
    token: session.token,
    language: () => (keptLanguage() === 'en' ? 'en' : 'zh-CN'),
    unreachable: () => shellTexts[keptLanguage()].unreachable,
    onUnauthenticated: session.expire,
  });
  await session.begin();
  createRoot(document.getElementById('root') as HTMLElement).render(<App session={session} api={api} />);
}

start().catch((error: unknown) => {
  const root = document.getElementById('root') as HTMLElement;
  root.textContent = `${shellTexts[keptLanguage()].cannotStart} ${error instanceof Error ? error.message : error}`;
  throw error;
});
