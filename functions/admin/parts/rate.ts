/** A yearly rate in per cent, as finely as it is known: 4.785 %. */
export function rateText(bp: number | null, ppm: number | null = null): string {
  if (ppm !== null) return `${ppm / 10_000} %`;
  return bp === null ? '—' : `${bp / 100} %`;
}
