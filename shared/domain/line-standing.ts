/**
 * Where a claim stands in the line. `next`: its turn comes by itself at once. `awaiting-funds`: the first that money does
 * not meet. `behind-funds`: money is kept for that one. `held`: it failed too often; `behind-held`: one of its
 * institution's line is. `behind-meeting`: an earlier resolution is still being carried out. `next-year`: carried over.
 */
export const lineStandings = [
  'next',
  'awaiting-funds',
  'behind-funds',
  'held',
  'behind-held',
  'behind-meeting',
  'next-year',
] as const;
export type LineStanding = (typeof lineStandings)[number];
