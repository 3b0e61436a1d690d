import { createHash } from 'node:crypto';
import type { ShippedPackage } from './shipped-packages.ts';

/** What a bill of materials is of. */
export interface SbomSubject {
  readonly name: string;
  readonly version: string;
}

/**
 * A bill of materials in CycloneDX 1.6: every package whose code is shipped, by its package URL, with licence and hash. The same
 * packages give the same document, so that a change of it is a change of what is shipped.
 */
export function sbomOf({ name, version }: SbomSubject, packages: readonly ShippedPackage[]): object {
  const components = packages.map(componentOf);
  const serial = createHash('sha256')
    .update(JSON.stringify([name, version, components]))
    .digest('hex');
  return {
    bomFormat: 'CycloneDX',
    specVersion: '1.6',
    serialNumber: `urn:uuid:${uuidOf(serial)}`,
    version: 1,
    metadata: { component: { type: 'application', 'bom-ref': name, name, version } },
    components,
    dependencies: [{ ref: name, dependsOn: components.map((component) => component['bom-ref']) }],
  };
}

function componentOf({ name, version, license, integrity }: ShippedPackage) {
  const purl = `pkg:npm/${name.replace('@', '%40')}@${version}`;
  const [algorithm = '', hash = ''] = integrity?.split(/-(.*)/s) ?? [];
  return {
    type: 'library' as const,
    'bom-ref': purl,
    name,
    version,
    purl,
    licenses: [/[ (]/.test(license) ? { expression: license } : { license: { id: license } }],
    ...(algorithm === 'sha512' && {
      hashes: [{ alg: 'SHA-512', content: Buffer.from(hash, 'base64').toString('hex') }],
    }),
  };
}

/** A UUID of version 8 (RFC 9562): made of a hash, by a rule of our own. */
const uuidOf = (hex: string): string =>
  `${hex.slice(0, 8)}-${hex.slice(8, 12)}-8${hex.slice(13, 16)}-a${hex.slice(17, 20)}-${hex.slice(20, 32)}`;
