import type { ShippedPackage } from './shipped-packages.ts';

/** The name under which notices lie beside what they speak of. */
export const noticesName = 'THIRD-PARTY-NOTICES.txt';

/** The notices that the licences of shipped packages ask for: each package once, with the texts that it brings. */
export function noticesOf(packages: readonly ShippedPackage[]): string {
  const head =
    '本系统包含下列第三方软件，按其各自许可证使用。\nThis system contains the software below, each under its own licence.\n';
  const sections = packages.map(({ name, version, license, texts }) =>
    [`${'='.repeat(78)}\n${name} ${version} (${license})`, ...texts].join('\n\n'),
  );
  return `${[head, ...sections].join('\n\n')}\n`;
}
