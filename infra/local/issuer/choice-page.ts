import { clients } from './clients.ts';

const style = `body{font:16px/1.6 system-ui,sans-serif;max-width:40rem;margin:2rem auto;padding:0 1rem;color:#1a1a1a}
button{display:block;width:100%;text-align:left;font:inherit;padding:.5rem .75rem;margin:.25rem 0;border:1px solid #767676;
border-radius:4px;background:#fff;cursor:pointer}button:hover,button:focus{background:#eef4ff}
input{font:inherit;padding:.5rem;width:100%;box-sizing:border-box;border:1px solid #767676;border-radius:4px}
[role=alert]{color:#a80000}small{color:#555}`;

const page = (title: string, body: string): string =>
  `<!doctype html><html lang="zh-CN"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width">` +
  `<title>${title}</title><style>${style}</style></head><body><main><h1>${title}</h1>${body}</main></body></html>`;

/** A page that says one thing. */
export const messagePage = (title: string, message: string): string => page(title, `<p>${message}</p>`);

/** The page on which one chooses who to be; posts back what was asked, with the choice. */
export function choicePage(asked: URLSearchParams, alert = ''): string {
  const kept = [...asked]
    .filter(([name]) => name !== 'who' && name !== 'credit_code')
    .map(([name, value]) => `<input type="hidden" name="${escaped(name)}" value="${escaped(value)}">`)
    .join('');
  const buttons = clients
    .map(({ id, name, org }) => `<button name="who" value="${id}">${name} <small>${id} · ${org}</small></button>`)
    .join('');
  return page(
    '选择登录身份',
    `<p>本机演示用，不需要密码。</p>${alert && `<p role="alert">${alert}</p>`}` +
      `<form method="post" action="/oauth2/authorize">${kept}${buttons}</form>` +
      `<h2>以企业身份登录</h2><form method="post" action="/oauth2/authorize">${kept}` +
      `<label>统一社会信用代码 <input name="credit_code" maxlength="18" required autocomplete="off"></label>` +
      `<button>登录</button></form>`,
  );
}

const escaped = (text: string): string =>
  text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;');
