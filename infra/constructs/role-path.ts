import type { Settings } from '../deployment/settings.ts';

/** The path of every role of a city's functions, by which tables know them: names are cut where they are long, paths are not. */
export const rolePath = ({ city }: Pick<Settings, 'city'>): string => `/sci-tech-loans/${city}/`;
