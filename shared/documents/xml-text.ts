/** Characters that neither HTML nor XML can carry, as escapes either; of control characters all but tab and line ends. */
const unprintable = /(?![\t\n\r])\p{Cc}|\p{Noncharacter_Code_Point}/gu;

const escapes: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
};

/** A text as it may stand in HTML and XML, between tags or in an attribute. */
export const escaped = (text: string): string =>
  text.replace(unprintable, '').replace(/[&<>"']/g, (character) => escapes[character] ?? '');
