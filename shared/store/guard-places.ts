import { quotaKey } from './agreements.ts';
import type { ItemKey } from './database.ts';
import { guardKey } from './enterprises.ts';
import { lossesKey } from './institution-losses.ts';
import { settledYearKey } from './settled-years.ts';
import type { Condition, ItemWrite } from './transaction.ts';

/** Where a guarded counter lies. */
export interface GuardPlace extends ItemKey {
  readonly attribute: string;
  /** How zero is kept: as a number, or as no attribute at all where conditions ask for none. */
  readonly zero: 'number' | 'no-attribute';
  /** Whether the counter is part of an item that is made with its owner, and cannot be made by itself. */
  readonly isPart: boolean;
}

/** Where the counter of a name lies, as `guardNames` of the domain names it; null for a name of none. */
export function guardPlace(name: string): GuardPlace | null {
  const [what = '', subject = '', more] = name.split('/');
  const [code = '', institutionId] = subject.split('@');
  switch (what) {
    case 'exposure':
      return part(guardKey(code), institutionId === undefined ? 'exposureFen' : `exposure:${institutionId}`);
    case 'defaults':
      return part(guardKey(code), 'defaults');
    case 'quota':
      return part(quotaKey(subject), 'usedFen');
    case 'settled':
      return { ...settledYearKey(subject, Number(more)), attribute: 'settledFen', zero: 'number', isPart: false };
    case 'disbursed':
      return { ...lossesKey(subject), attribute: 'disbursedFen', zero: 'no-attribute', isPart: false };
    case 'compensated':
      return { ...lossesKey(subject), attribute: 'compensatedFen', zero: 'no-attribute', isPart: false };
    default:
      return null;
  }
}

const part = (key: ItemKey, attribute: string): GuardPlace => ({ ...key, attribute, zero: 'number', isPart: true });

/** A number that is to become another, where it is still the one that was read; 0 stands for no attribute too. */
export interface Correction {
  readonly place: Omit<GuardPlace, 'isPart'>;
  readonly before: number;
  readonly after: number;
}

/** The corrections of one item as one write: a transaction takes an item once. */
export function correctionWrite(corrections: readonly [Correction, ...Correction[]]): ItemWrite {
  const names: Record<string, string> = {};
  const values: Record<string, number> = {};
  const sets: string[] = [];
  const removes: string[] = [];
  const asked: string[] = [];
  corrections.forEach(({ place: { attribute, zero }, before, after }, index) => {
    const name = `#c${index}`;
    names[name] = attribute;
    values[`:before${index}`] = before;
    const isAsRead = `${name} = :before${index}`;
    asked.push(before === 0 ? `(attribute_not_exists(${name}) OR ${isAsRead})` : isAsRead);
    if (after === 0 && zero === 'no-attribute') removes.push(name);
    else {
      values[`:after${index}`] = after;
      sets.push(`${name} = :after${index}`);
    }
  });
  const clauses = [sets.length > 0 && `SET ${sets.join(', ')}`, removes.length > 0 && `REMOVE ${removes.join(', ')}`];
  const set: Condition = { expression: clauses.filter(Boolean).join(' '), names, values };
  const [{ place }] = corrections;
  return {
    kind: 'update',
    table: place.table,
    key: place.key,
    set,
    condition: { expression: asked.join(' AND ') },
  };
}
