import type { Shape } from '../../api/calls.ts';

/** Where in the page a resource of the trail is shown; null for one that has no place of its own. */
export function placeOf(kind: Shape<'AuditEvent'>['kind'], id: string): string | null {
  const places: Readonly<Partial<Record<Shape<'AuditEvent'>['kind'], string>>> = {
    enterprises: '/enterprises/',
    inclusions: '/inclusions/',
    applications: '/reviews/',
    loans: '/loans/',
    claims: '/claims/',
    meetings: '/meetings/',
    institutions: '/institutions/',
    policies: '/policies/',
    imports: '/enterprises/imports/',
  };
  const place = places[kind];
  return place === undefined ? null : `${place}${encodeURIComponent(id)}`;
}
