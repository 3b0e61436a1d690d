import type { Shape } from '../../api/calls.ts';

const places: Readonly<Record<Shape<'AuditEvent'>['kind'], string | null>> = {
  enterprises: '/enterprises/',
  inclusions: '/inclusions/',
  applications: '/reviews/',
  loans: '/loans/',
  claims: '/claims/',
  meetings: '/meetings/',
  institutions: '/institutions/',
  policies: '/policies/',
  imports: '/enterprises/imports/',
  agreements: null,
  fund: null,
  documents: null,
  refreshes: null,
  repairs: null,
  persons: null,
};

/** Where in the page a resource of the trail is shown; null for one that has no place of its own. */
export const placeOf = (kind: keyof typeof places, id: string): string | null =>
  places[kind] && `${places[kind]}${encodeURIComponent(id)}`;
