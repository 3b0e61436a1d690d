import type { Reader, Readers } from './event-view.ts';

const all = { bank: true, enterprise: true, guarantor: true, member: true, finance: true, outsider: true } as const;
/** Everybody who may read the resource. */
export const everyone = Object.keys(all satisfies Record<Reader, true>) as Readers;
/** The office and the auditor alone, who are never named. */
export const officials: Readers = [];
/** Whoever reads a loan or claim but its enterprise. */
export const allButEnterprise: Readers = ['bank', 'guarantor', 'member', 'finance'];
/** Those who see the bank's papers and whom else a bank deals with. */
export const bankAndCity: Readers = ['bank', 'member', 'finance'];
