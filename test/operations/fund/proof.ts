import type { LedgerFinding } from '../../../shared/domain/ledger-proof.ts';
import { type LedgerCursor, proveLedgerStep } from '../../../shared/operations/checks/prove-ledger.ts';
import type { Services } from '../../../shared/operations/services.ts';

const stepsMax = 100;

/** A whole proof, step by step, each cursor kept as the JSON that it is. `between` happens before each step. */
export async function proof(
  services: Services,
  between: (cursor: LedgerCursor | null) => Promise<unknown> = async () => undefined,
): Promise<readonly LedgerFinding[]> {
  const findings: LedgerFinding[] = [];
  let cursor: LedgerCursor | null = null;
  for (let step = 0; step < stepsMax; step += 1) {
    await between(cursor);
    const found = await proveLedgerStep(services, cursor);
    findings.push(...found.findings);
    if (!found.next) return findings;
    cursor = JSON.parse(JSON.stringify(found.next)) as LedgerCursor;
  }
  throw new Error(`a proof was not done in ${stepsMax} steps`);
}
