import { HomeOutlined, TeamOutlined } from '@ant-design/icons';
import type { ComponentType } from 'react';
import type { Role } from '../../../shared/contracts/route.ts';

export interface PageProps {
  /** What the `:names` of its address are. */
  readonly params: Readonly<Record<string, string>>;
}

export interface PageEntry {
  /** Its address, behind the `#`. */
  readonly path: string;
  /** Who sees it; what the page reads, the API decides. */
  readonly roles: readonly Role[];
  /** Its name in the navigation; a page without one is reached from another. */
  readonly title?: { readonly zh: string; readonly en: string };
  readonly icon?: ComponentType;
  readonly load: () => Promise<{ readonly default: ComponentType<PageProps> }>;
}

const officials: readonly Role[] = ['office', 'member', 'finance', 'auditor'];

/** Every page: a folder of its own each. The first part of an address names the entry of the navigation. */
export const pages: readonly PageEntry[] = [
  {
    path: '/',
    roles: officials,
    title: { zh: '首页', en: 'Overview' },
    icon: HomeOutlined,
    load: () => import('./overview/overview-page.tsx'),
  },
  {
    path: '/enterprises',
    roles: officials,
    title: { zh: '名单', en: 'List' },
    icon: TeamOutlined,
    load: () => import('./enterprises/enterprises-page.tsx'),
  },
  {
    path: '/enterprises/import',
    roles: ['office'],
    load: () => import('./list-import/import-page.tsx'),
  },
  {
    path: '/enterprises/imports',
    roles: ['office', 'auditor'],
    load: () => import('./list-import/imports-page.tsx'),
  },
  {
    path: '/enterprises/imports/:importId',
    roles: ['office', 'auditor'],
    load: () => import('./list-import/import-result-page.tsx'),
  },
  {
    path: '/enterprises/:creditCode',
    roles: officials,
    load: () => import('./enterprise/enterprise-page.tsx'),
  },
];
