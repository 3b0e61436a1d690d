/** Full-width characters (！ to ～, ideographic space) as the narrow ones that they stand for; all else stays. */
export function foldWidth(text: string): string {
  return text.replace(/[！-～]/g, (wide) => String.fromCharCode(wide.charCodeAt(0) - 0xfee0)).replace(/　/g, ' ');
}
