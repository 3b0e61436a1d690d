/**
 * Stands in for `@rc-component/util/es/Dom/dynamicCSS` in the build (infra/build/page.ts): antd makes its styles as they are needed, and would put
 * them into `<style>` elements, which a Content-Security-Policy of `style-src 'self'` forbids without a nonce, and a static
 * page can have none that is worth something. Constructed style sheets are the browser's own way for styles made by
 * script, and the policy allows them, because they cannot come from injected markup.
 */

interface Options {
  readonly prepend?: boolean | 'queue';
  readonly priority?: number;
}

interface Entry {
  readonly key: string;
  readonly rank: number;
  readonly sheet: CSSStyleSheet;
  /** antd marks what it gets back; it is never put into the document. */
  readonly node: HTMLStyleElement;
  css: string;
}

const entries: Entry[] = [];

/** What antd puts first comes first: `prepend`, then the queue by priority, then what is appended. */
const rankOf = ({ prepend, priority = 0 }: Options): number => {
  if (prepend === 'queue') return priority;
  return prepend ? Number.NEGATIVE_INFINITY : Number.POSITIVE_INFINITY;
};

/** Adds styles, or changes those of that key. */
export function updateCSS(css: string, key: string, options: Options = {}): HTMLStyleElement {
  const known = entries.find((entry) => entry.key === key);
  if (known) {
    if (known.css !== css) known.sheet.replaceSync(css);
    known.css = css;
    return known.node;
  }
  const sheet = new CSSStyleSheet();
  sheet.replaceSync(css);
  const entry: Entry = { key, rank: rankOf(options), sheet, node: document.createElement('style'), css };
  const index = entries.findIndex(({ rank }) => rank > entry.rank);
  entries.splice(index < 0 ? entries.length : index, 0, entry);
  document.adoptedStyleSheets = entries.map((each) => each.sheet);
  return entry.node;
}

export function removeCSS(key: string): void {
  const index = entries.findIndex((entry) => entry.key === key);
  if (index < 0) return;
  entries.splice(index, 1);
  document.adoptedStyleSheets = entries.map((each) => each.sheet);
}

let unnamed = 0;

export function injectCSS(css: string, options: Options = {}): HTMLStyleElement {
  unnamed += 1;
  return updateCSS(css, `unnamed-${unnamed}`, options);
}

/** There is no container to forget. */
export const clearContainerCache = (): void => undefined;
