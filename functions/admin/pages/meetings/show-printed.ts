/**
 * Shows a document of the API's in a tree of its own, so that its styles stay with it. Nothing of it runs: a parsed document
 * has no scripts that do, and its style goes into a constructed sheet, as the page's policy asks.
 */
export function showPrinted(place: HTMLElement, html: string): void {
  const printed = new DOMParser().parseFromString(html, 'text/html');
  const root = place.shadowRoot ?? place.attachShadow({ mode: 'open' });
  const sheet = new CSSStyleSheet();
  const styles = [...printed.querySelectorAll('style')].map((style) => style.textContent ?? '').join('\n');
  // What the document says of its body is said of its host here; the page's own rules say how it is printed.
  sheet.replaceSync(styles.replace(/@page\{[^}]*\}/g, '').replace(/(^|[}\s{])body\{/g, '$1:host{'));
  root.adoptedStyleSheets = [sheet];
  root.replaceChildren(...printed.body.childNodes);
}
