import { useEffect, useState } from 'react';
import { type KeptSheet, readSheet } from '../session/sheet-store.ts';
import { useWho } from '../session/use-session.ts';
import { type ImportPlan, readPlan, subscribeToPlans } from './import-plan.ts';

export interface PlannedImport {
  readonly plan: ImportPlan;
  readonly sheet: KeptSheet;
}

/** A plan of whoever is signed in, and its sheet; null while they are read, `gone` where this tab has none of that id. */
export function usePlan(id: string): PlannedImport | 'gone' | null {
  const { sub } = useWho();
  const [plan, setPlan] = useState(() => readPlan(id));
  const [sheet, setSheet] = useState<KeptSheet | 'gone' | null>(null);
  useEffect(() => {
    const read = (): void => setPlan(readPlan(id));
    read();
    return subscribeToPlans(read);
  }, [id]);
  useEffect(() => {
    let isOver = false;
    const read = async (): Promise<void> => {
      const kept = await readSheet(id);
      if (!isOver) setSheet(kept ?? 'gone');
    };
    void read();
    return () => {
      isOver = true;
    };
  }, [id]);
  if (plan?.by !== sub || sheet === 'gone') return 'gone';
  return sheet && { plan, sheet };
}
