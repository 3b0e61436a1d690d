/**
 * Shows a document of the API's in a tree of its own, so that its styles stay with it. Nothing of it runs: a parsed document
 * has no scripts that do, and its style goes into a constructed sheet, as the page's policy asks. It is taken out before the
 * document is parsed, since the policy holds for what is parsed as well.
 */
export function showPrinted(place: HTMLElement, html: string): void {
  const styles: string[] = [];
  const plain = html.replace(/<style>(.*?)<\/style>/gs, (_, style: string) => {
    styles.push(style);
    return '';
  });
  const printed = new DOMParser().parseFromString(plain, 'text/html');
  const root = place.shadowRoot ?? place.attachShadow({ mode: 'open' });
  const sheet = new CSSStyleSheet();
  // What the document says of its body is said of its host here; the page's own rules say how it is printed.
  const moved = styles
    .join('\n')
    .replace(/@page\{[^}]*\}/g, '')
    .replace(/(^|[}\s{])body\{/g, '$1:host{');
  sheet.replaceSync(moved);
  root.adoptedStyleSheets = [sheet];
  root.replaceChildren(...printed.body.childNodes);
}
