import type { DomainEvent } from './event.ts';
import type { Import } from './import.ts';

/** An import of loans that were made before this system (历史贷款导入). */
export interface LoanImport extends Import {
  readonly kind: 'loans';
}

export interface LoanImportAccepted extends DomainEvent {
  readonly type: 'loan-import-accepted';
  readonly data: Omit<LoanImport, 'kind' | 'state' | 'counts' | 'failure' | 'cancellation'>;
}

/** The line of loan imports: no category's name begins with this sign. */
export const loanLine = '#loans';
