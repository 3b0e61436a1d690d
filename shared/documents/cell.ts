/** A cell of a sheet: a text that stays one, a number, a number in decimal digits that must not be rounded, or nothing. */
export type Cell = string | number | null | { readonly decimal: string };
