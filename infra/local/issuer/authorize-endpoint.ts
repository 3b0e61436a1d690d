import type { IncomingMessage } from 'node:http';
import { htmlReply, type Reply, redirectReply } from '../gateway/reply.ts';
import { choicePage, messagePage } from './choice-page.ts';
import { findClient, pageClientId } from './clients.ts';
import type { AuthorizationCodes } from './codes.ts';
import { readForm } from './form.ts';
import { rememberedClient, rememberNobody, rememberWho } from './remembered.ts';

/**
 * `/oauth2/authorize`: GET shows who one may be, POST goes back to the page with a code. Who has chosen is remembered by a
 * cookie, as issuers do, so that a reload of the page asks nobody again. Only addresses of this very server are gone
 * back to, so that no other site can be given a code.
 */
export function createAuthorizeEndpoint(
  origin: string,
  codes: AuthorizationCodes,
): (request: IncomingMessage) => Promise<Reply> {
  return async (request) => {
    const asked = request.method === 'POST' ? await readForm(request) : new URL(request.url ?? '', origin).searchParams;
    const redirectUri = asked?.get('redirect_uri') ?? '';
    if (!asked || asked.get('client_id') !== pageClientId || !isOwn(redirectUri, origin)) {
      return htmlReply(400, messagePage('登录请求无效', 'client_id 或 redirect_uri 不正确。'));
    }
    const goBack = (answer: Readonly<Record<string, string>>): Reply =>
      redirectReply(withQuery(redirectUri, asked, answer));

    if (asked.get('response_type') !== 'code') return goBack({ error: 'unsupported_response_type' });
    const challenge = asked.get('code_challenge') ?? '';
    if (asked.get('code_challenge_method') !== 'S256' || !/^[\w-]{43}$/.test(challenge)) {
      return goBack({ error: 'invalid_request', error_description: 'PKCE with S256 is required' });
    }
    if (request.method !== 'POST') {
      const prompt = asked.get('prompt');
      const known = prompt === 'login' || prompt === 'select_account' ? null : rememberedClient(request, origin);
      if (known)
        return goBack({ code: codes.issue({ client: known, redirectUri, challenge, nonce: asked.get('nonce') }) });
      if (prompt === 'none') return goBack({ error: 'login_required' });
      return htmlReply(200, choicePage(asked), { 'cache-control': 'no-store' });
    }

    const creditCode = asked.get('credit_code')?.trim();
    const client = findClient(creditCode ? `enterprise:${creditCode}` : (asked.get('who') ?? ''));
    if (!client) return htmlReply(400, choicePage(asked, '统一社会信用代码有误，请核对后重试。'));
    const back = goBack({ code: codes.issue({ client, redirectUri, challenge, nonce: asked.get('nonce') }) });
    return { ...back, cookies: [rememberWho(client, origin)] };
  };
}

/** `/oauth2/logout`: forgets who signed in, and goes back to the page. */
export function logout(request: IncomingMessage, origin: string): Reply {
  const { searchParams } = new URL(request.url ?? '', origin);
  const target = searchParams.get('post_logout_redirect_uri') ?? searchParams.get('logout_uri') ?? '';
  const reply = isOwn(target, origin) ? redirectReply(target) : htmlReply(200, messagePage('已退出', '您已退出登录。'));
  return { ...reply, cookies: [rememberNobody(origin)] };
}

const isOwn = (address: string, origin: string): boolean => URL.canParse(address) && new URL(address).origin === origin;

function withQuery(redirectUri: string, asked: URLSearchParams, answer: Readonly<Record<string, string>>): string {
  const target = new URL(redirectUri);
  for (const [name, value] of Object.entries(answer)) target.searchParams.set(name, value);
  const state = asked.get('state');
  if (state !== null) target.searchParams.set('state', state);
  return target.href;
}
