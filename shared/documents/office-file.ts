import { zipOf } from './zip.ts';

/** A part of an Office file: where it lies, what it is, and its XML without the declaration. */
export interface OfficePart {
  readonly path: string;
  readonly contentType: string;
  readonly xml: string;
}

const declaration = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>';
const packages = 'http://schemas.openxmlformats.org/package/2006';
const office = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';

/**
 * The least that an Office file (Open Packaging Conventions, ECMA-376 part 2) consists of: its parts, what they are, and that
 * the first is the document, which refers to the others as `r1`, `r2`, …. Nothing in it runs.
 *
 * @param kinds the kind of relation to each part after the first, such as `styles`
 */
export function officeFileOf(
  parts: readonly [OfficePart, ...OfficePart[]],
  kinds: readonly string[],
): Uint8Array<ArrayBuffer> {
  const [document, ...others] = parts;
  const [folder = '', name = ''] = document.path.split('/');
  const types = parts.map(({ path, contentType }) => `<Override PartName="/${path}" ContentType="${contentType}"/>`);
  const related = others.map(({ path }, index): readonly [string, string] => [kinds[index] ?? '', `/${path}`]);
  return zipOf([
    [
      '[Content_Types].xml',
      `${declaration}<Types xmlns="${packages}/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/>${types.join('')}</Types>`,
    ],
    ['_rels/.rels', relationsOf([['officeDocument', document.path]])],
    ...(related.length > 0 ? [[`${folder}/_rels/${name}.rels`, relationsOf(related)] as const] : []),
    ...parts.map(({ path, xml }) => [path, `${declaration}${xml}`] as const),
  ]);
}

function relationsOf(relations: readonly (readonly [kind: string, target: string])[]): string {
  const tags = relations.map(
    ([kind, target], index) => `<Relationship Id="r${index + 1}" Type="${office}/${kind}" Target="${target}"/>`,
  );
  return `${declaration}<Relationships xmlns="${packages}/relationships">${tags.join('')}</Relationships>`;
}
