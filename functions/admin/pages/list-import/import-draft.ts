import type { ListRow } from '../../sheets/list-rows.ts';

/** What an import is about, kept for this tab, so that a reload finds file, preview and intent again. */
export interface ImportDraft {
  readonly fileName: string;
  readonly header: readonly string[];
  readonly cells: readonly (readonly string[])[];
  readonly rows: readonly ListRow[];
  readonly about: ImportAbout;
  /** The preview, once one was asked for. */
  readonly previewId: string;
}

export interface ImportAbout {
  readonly category: string;
  readonly mode: 'merge' | 'replace';
  readonly title: string;
  readonly documentNumber?: string;
  readonly issuedOn?: string;
}

const prefix = 'draft.import-sheet ';

/** Keeps the sheet of an import by its id, or of its preview. A sheet too large for the tab's store is not kept. */
export function keepSheet(importId: string, draft: ImportDraft): void {
  try {
    sessionStorage.setItem(prefix + importId, JSON.stringify(draft));
  } catch (error) {
    if (!(error instanceof DOMException && error.name === 'QuotaExceededError')) throw error;
    sessionStorage.removeItem(prefix + importId);
  }
}

export function readKeptSheet(importId: string): ImportDraft | null {
  const text = sessionStorage.getItem(prefix + importId);
  return text === null ? null : (JSON.parse(text) as ImportDraft);
}

export const forgetSheet = (importId: string): void => sessionStorage.removeItem(prefix + importId);
