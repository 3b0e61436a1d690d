import {
  AuditOutlined,
  BankOutlined,
  FileProtectOutlined,
  FundOutlined,
  HomeOutlined,
  ReadOutlined,
  SafetyCertificateOutlined,
  ScheduleOutlined,
  SolutionOutlined,
  TeamOutlined,
  UserAddOutlined,
} from '@ant-design/icons';
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
  {
    path: '/inclusions',
    roles: ['office', 'member', 'auditor'],
    title: { zh: '特别纳入', en: 'Inclusions' },
    icon: UserAddOutlined,
    load: () => import('./inclusions/inclusions-page.tsx'),
  },
  {
    path: '/inclusions/new',
    roles: ['office'],
    load: () => import('./inclusions/submit-page.tsx'),
  },
  {
    path: '/inclusions/:inclusionId',
    roles: ['office', 'member', 'auditor'],
    load: () => import('./inclusions/inclusion-page.tsx'),
  },
  {
    path: '/reviews',
    roles: officials,
    title: { zh: '审核', en: 'Reviews' },
    icon: AuditOutlined,
    load: () => import('./reviews/reviews-page.tsx'),
  },
  {
    path: '/reviews/:applicationId',
    roles: officials,
    load: () => import('./reviews/review-page.tsx'),
  },
  {
    path: '/loans',
    roles: officials,
    title: { zh: '贷款', en: 'Loans' },
    icon: BankOutlined,
    load: () => import('./loans/loans-page.tsx'),
  },
  {
    path: '/loans/import',
    roles: ['office'],
    load: () => import('./loan-import/import-page.tsx'),
  },
  {
    path: '/loans/:loanId',
    roles: officials,
    load: () => import('./loans/loan-page.tsx'),
  },
  {
    path: '/claims',
    roles: officials,
    title: { zh: '代偿', en: 'Claims' },
    icon: FileProtectOutlined,
    load: () => import('./claims/claims-page.tsx'),
  },
  {
    path: '/claims/:claimId',
    roles: officials,
    load: () => import('./claims/claim-page.tsx'),
  },
  {
    path: '/meetings',
    roles: officials,
    title: { zh: '联席会议', en: 'Conference' },
    icon: ScheduleOutlined,
    load: () => import('./meetings/meetings-page.tsx'),
  },
  {
    path: '/meetings/new',
    roles: ['office'],
    load: () => import('./meetings/convene-page.tsx'),
  },
  {
    path: '/meetings/:meetingId',
    roles: officials,
    load: () => import('./meetings/meeting-page.tsx'),
  },
  {
    path: '/meetings/:meetingId/vote',
    roles: ['member'],
    load: () => import('./meetings/vote-page.tsx'),
  },
  {
    path: '/meetings/:meetingId/minutes',
    roles: officials,
    load: () => import('./meetings/minutes-page.tsx'),
  },
  {
    path: '/fund',
    roles: officials,
    title: { zh: '资金', en: 'Fund' },
    icon: FundOutlined,
    load: () => import('./fund/fund-page.tsx'),
  },
  {
    path: '/fund/payments',
    roles: ['finance', 'office', 'auditor'],
    load: () => import('./fund/payments-page.tsx'),
  },
  {
    path: '/institutions',
    roles: officials,
    title: { zh: '机构', en: 'Institutions' },
    icon: SolutionOutlined,
    load: () => import('./institutions/institutions-page.tsx'),
  },
  {
    path: '/institutions/:institutionId',
    roles: officials,
    load: () => import('./institutions/institution-page.tsx'),
  },
  {
    path: '/policies',
    roles: officials,
    title: { zh: '政策', en: 'Policy' },
    icon: ReadOutlined,
    load: () => import('./policies/policies-page.tsx'),
  },
  {
    path: '/policies/new',
    roles: ['office'],
    load: () => import('./policies/draft-page.tsx'),
  },
  {
    path: '/policies/:policyId',
    roles: officials,
    load: () => import('./policies/policy-page.tsx'),
  },
  {
    path: '/audit',
    roles: ['office', 'auditor'],
    title: { zh: '审计', en: 'Audit' },
    icon: SafetyCertificateOutlined,
    load: () => import('./audit/audit-page.tsx'),
  },
  {
    path: '/audit/persons',
    roles: ['office', 'auditor'],
    load: () => import('./persons/persons-page.tsx'),
  },
  {
    path: '/audit/access-log',
    roles: ['office', 'auditor'],
    load: () => import('./audit/access-log-page.tsx'),
  },
  {
    path: '/audit/checks',
    roles: ['office', 'auditor'],
    load: () => import('./audit/checks-page.tsx'),
  },
  {
    path: '/audit/checks/:checkId',
    roles: ['office', 'auditor'],
    load: () => import('./audit/check-page.tsx'),
  },
];
