/**
 * Characters that HTML or XML cannot carry, not even as escapes: control characters but tab and line ends, halves of
 * surrogate pairs, and what Unicode will never assign.
 */
const unprintable = /(?![\t\n\r])[\p{Cc}\p{Cs}]|\p{Noncharacter_Code_Point}/gu;

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
