import { newKey } from '../api/use-command.ts';
import { draftNames, keepDraft, readDraft } from '../session/draft-store.ts';
import type { SheetKind } from '../sheets/read-file.ts';

/** What a list is about, as its form says it. */
export interface ImportAbout {
  readonly category: string;
  readonly mode: 'merge' | 'replace';
  readonly title: string;
  readonly documentNumber?: string;
  readonly issuedOn?: string;
}

/** One call of an import: its key is made once, and the import that it made is known once the API has answered. */
export interface PlannedPart {
  readonly key: string;
  readonly importId: string | null;
}

export type ImportStage = 'preview' | 'commit';

/**
 * What somebody means to import, kept for this tab: which calls it takes, and how far they are. A reload goes on with it, and
 * sends nothing twice.
 */
export interface ImportPlan {
  readonly id: string;
  readonly kind: SheetKind;
  /** Whose intent it is, by subject. */
  readonly by: string;
  readonly fileName: string;
  readonly rows: number;
  /** Whether the browser keeps the sheet, so that a reload finds it. */
  readonly isKept: boolean;
  /** null for loans, which come from no one document. */
  readonly about: ImportAbout | null;
  /** `commit` once the preview was confirmed. */
  readonly stage: ImportStage;
  readonly preview: readonly PlannedPart[];
  readonly commit: readonly PlannedPart[];
}

/** A new plan of so many parts. The API previews lists alone. */
export function newPlan(intent: Omit<ImportPlan, 'stage' | ImportStage>, parts: number): ImportPlan {
  const planned = (): PlannedPart[] => Array.from({ length: parts }, () => ({ key: newKey(), importId: null }));
  return { ...intent, stage: 'preview', preview: intent.kind === 'list' ? planned() : [], commit: planned() };
}

const nameOf = (id: string): string => `import-plan ${id}`;
const listeners = new Set<() => void>();

export const readPlan = (id: string): ImportPlan | null => readDraft<ImportPlan>(nameOf(id))?.values ?? null;

export function keepPlan(plan: ImportPlan): void {
  keepDraft(nameOf(plan.id), { values: plan, key: plan.id });
  for (const listener of listeners) listener();
}

/** The plans of this tab that somebody made. */
export const plansOf = (by: string): readonly ImportPlan[] =>
  draftNames(nameOf('')).flatMap((name) => {
    const plan = readDraft<ImportPlan>(name)?.values;
    return plan?.by === by ? [plan] : [];
  });

/** Changes what is kept now, which a call that has just come back may have changed. */
export function changePlan(id: string, change: (plan: ImportPlan) => ImportPlan): void {
  const plan = readPlan(id);
  if (plan) keepPlan(change(plan));
}

export function subscribeToPlans(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}

/** Where in the page a kind of sheet is imported. */
export const placeOfImport: Readonly<Record<SheetKind, string>> = {
  list: '/enterprises/import',
  loans: '/loans/import',
};

/** The plan with a part of a stage as it is now. */
export const withPart = (plan: ImportPlan, stage: ImportStage, index: number, part: PlannedPart): ImportPlan => ({
  ...plan,
  [stage]: plan[stage].map((each, at) => (at === index ? part : each)),
});

/** The imports that a stage has made so far, in the order of their parts. */
export const importsOf = (parts: readonly PlannedPart[]): readonly string[] =>
  parts.flatMap(({ importId }) => (importId === null ? [] : [importId]));
