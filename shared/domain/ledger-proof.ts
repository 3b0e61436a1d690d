import type { Finding } from './check.ts';
import { type FundHead, fundFigures } from './fund-head.ts';
import { isBalanced, type LedgerEntry } from './ledger.ts';

/** What a proof of the ledger may find. */
export const ledgerFaults = [
  'entry-unbalanced',
  'entry-misplaced',
  'entry-unexplained',
  'entry-differs',
  'entry-missing',
  'head-differs',
  'ledger-in-motion',
] as const;

/** One fault, with the entry or the sum that it concerns. */
export interface LedgerFinding {
  readonly code: (typeof ledgerFaults)[number];
  readonly subject: string;
  readonly facts: Finding;
}

/**
 * What is wrong with an entry: its sides differ; its event made no such entry (`expected` is what its event made); or its
 * event made it otherwise.
 */
export function findingsOfEntry(entry: LedgerEntry, expected: readonly LedgerEntry[]): readonly LedgerFinding[] {
  const { entryId: subject, source, lines } = entry;
  const { kind, id, sequence } = source;
  const findings: LedgerFinding[] = [];
  if (!isBalanced(lines)) findings.push({ code: 'entry-unbalanced', subject, facts: sidesOf(entry) });
  const own = expected.find(({ entryId }) => entryId === subject);
  if (!own) findings.push({ code: 'entry-unexplained', subject, facts: { kind, id, sequence } });
  else if (formOf(own) !== formOf(entry)) {
    const facts = { kind, id, sequence, ...sidesOf(entry), expectedFen: sidesOf(own).debitFen };
    findings.push({ code: 'entry-differs', subject, facts });
  }
  return findings;
}

/** Entries that an event made and that are not in the ledger. */
export const findingsOfEvent = (
  expected: readonly LedgerEntry[],
  isThere: (entry: LedgerEntry) => boolean,
): readonly LedgerFinding[] =>
  expected
    .filter((entry) => !isThere(entry))
    .map(({ entryId, source: { kind, id, sequence } }) => ({
      code: 'entry-missing',
      subject: entryId,
      facts: { kind, id, sequence },
    }));

/** Every sum of the head that is not what the entries add up to. */
export function findingsOfHead(head: FundHead, recount: FundHead): readonly LedgerFinding[] {
  const accounts = [...new Set([...Object.keys(head.accounts), ...Object.keys(recount.accounts)])].sort();
  const pairs = [
    ...fundFigures.map((figure) => [figure, head[figure], recount[figure]] as const),
    ...accounts.map((account) => [account, head.accounts[account] ?? 0, recount.accounts[account] ?? 0] as const),
  ];
  return pairs
    .filter(([, stored, counted]) => stored !== counted)
    .map(([subject, stored, counted]) => ({ code: 'head-differs', subject, facts: { stored, counted } }));
}

const sidesOf = ({ lines }: LedgerEntry) => ({
  debitFen: lines.reduce((sum, { debitFen }) => sum + debitFen, 0),
  creditFen: lines.reduce((sum, { creditFen }) => sum + creditFen, 0),
});

/** All that an entry says in one order, so that two that say the same are the same text. */
function formOf({ entryId, type, bookedOn, at, document, source, lines, reverses }: LedgerEntry): string {
  const { documentNumber, voucherNumber, claimId, meetingId } = document;
  const sides = lines.map(({ account, debitFen, creditFen }) => [account, debitFen, creditFen]);
  const paper = [documentNumber, voucherNumber, claimId, meetingId];
  return JSON.stringify([entryId, type, bookedOn, at, paper, source.kind, source.id, source.sequence, sides, reverses]);
}
