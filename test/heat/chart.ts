import { type Heat, minutesAPoint } from './month-end.ts';

const width = 960;
const height = 460;
const left = 64;
const right = 330;
const top = 44;
const bottom = 40;
const decades = 4;

/** Lines over a day as SVG: each key's share of what its partition gives, on a logarithmic scale from 0.1 % to 1,000 %. */
export function chartOf(title: string, heats: readonly Heat[]): string {
  const lines = heats.map((heat, index) => lineOf(heat, index));
  return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${width} ${height}" font-family="sans-serif" font-size="12">
<title>${escaped(title)}</title>
<rect width="${width}" height="${height}" fill="#fff"/>
<text x="${left}" y="24" font-size="15">${escaped(title)}</text>
${grid()}
${lines.join('\n')}
</svg>
`;
}

const colours = ['#c0392b', '#2471a3', '#1e8449', '#b9770e', '#6c3483', '#117864', '#7b7d7d', '#a04000'];

function lineOf({ name, kind, unitsASecond, peak }: Heat, index: number): string {
  const most = kind === 'write' ? 1_000 : 3_000;
  const path = unitsASecond.map((units, point) => `${x(point * minutesAPoint)},${y(units / most)}`).join(' ');
  const colour = colours[index % colours.length];
  const label = `${name} (${kind}, ${percent(peak)})`;
  return `<polyline points="${path}" fill="none" stroke="${colour}" stroke-width="1.6"/>
<text x="${width - right + 12}" y="${top + 14 + index * 18}" fill="${colour}">${escaped(label)}</text>`;
}

function grid(): string {
  const rows = [0.001, 0.01, 0.1, 1, 10].map((share) => {
    const stroke = share === 1 ? 'stroke="#000" stroke-dasharray="6 3"' : 'stroke="#ddd"';
    return `<line x1="${left}" x2="${width - right}" y1="${y(share)}" y2="${y(share)}" ${stroke}/>
<text x="${left - 6}" y="${y(share) + 4}" text-anchor="end">${percent(share)}</text>`;
  });
  const hours = [0, 4, 8, 12, 16, 20, 24].map(
    (hour) => `<text x="${x(hour * 60)}" y="${height - bottom + 18}" text-anchor="middle">${hour}:00</text>`,
  );
  return [...rows, ...hours].join('\n');
}

const x = (minutes: number): number => Math.round(left + (minutes / (24 * 60)) * (width - left - right));

function y(share: number): number {
  const log = Math.log10(Math.min(10, Math.max(0.001, share))) + 3;
  return Math.round(height - bottom - (log / decades) * (height - top - bottom));
}

const percent = (share: number): string => `${Number((share * 100).toPrecision(2)).toLocaleString('en')} %`;
const escaped = (text: string): string => text.replaceAll('&', '&amp;').replaceAll('<', '&lt;');
