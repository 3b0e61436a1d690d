import { exactYuan, fenOfTenThousands, inTenThousands } from '../../parts/money.ts';
import { choices, type ParameterKind, type ParameterName, parameterBook } from './parameter-book.ts';

export interface Naming {
  readonly language: 'zh' | 'en';
  readonly off: string;
  readonly yes: string;
  readonly no: string;
  /** Names a word of a set: a category, a unit, a kind of evidence. */
  readonly word: (word: string) => string;
}

interface Weights {
  readonly fund: number;
  readonly guarantor: number;
  readonly institution: number;
}

/** What a parameter's value says. */
export function shownValue(name: ParameterName, value: unknown, naming: Naming): string {
  if (value === null || value === undefined) return naming.off;
  const { kind } = parameterBook[name];
  if (kind === 'fen') {
    return naming.language === 'zh' ? `${inTenThousands(Number(value))} 万元` : `¥${exactYuan(Number(value))}`;
  }
  if (kind === 'yesNo') return value ? naming.yes : naming.no;
  if (kind === 'choice') return choices[name]?.[String(value)]?.[naming.language] ?? String(value);
  if (kind === 'words') return (value as readonly string[]).map(naming.word).join('、') || '—';
  if (kind === 'bp') return `${Number(value) / 100}%`;
  return typedValue(kind, value) || '—';
}

/** A value as it is typed; sets, choices and yes-or-no are chosen and not typed. */
export function typedValue(kind: ParameterKind, value: unknown): string {
  if (value === null || value === undefined) return '';
  if (kind === 'fen') return inTenThousands(Number(value));
  if (kind === 'bp') return String(Number(value) / 100);
  if (kind === 'weights') {
    const { fund, guarantor, institution } = value as Weights;
    return `${fund}:${guarantor}:${institution}`;
  }
  if (kind === 'daysBy') {
    return Object.entries(value as Readonly<Record<string, number>>)
      .map(([category, days]) => `${category}=${days}`)
      .join(', ');
  }
  return String(value);
}

/** What was typed, as the API takes it; undefined where it is not of the kind's form. Empty is off. */
export function readTyped(kind: ParameterKind, text: string): unknown {
  const typed = text.normalize('NFKC').trim();
  if (kind === 'daysBy') return daysBy(typed);
  if (typed === '') return null;
  if (kind === 'fen') return fenOfTenThousands(typed) ?? undefined;
  if (kind === 'bp') return /^\d{1,6}(\.\d{1,2})?$/.test(typed) ? Math.round(Number(typed) * 100) : undefined;
  if (kind === 'number') return /^\d{1,6}$/.test(typed) ? Number(typed) : undefined;
  if (kind === 'times') return /^\d{1,6}(\.\d{1,4})?$/.test(typed) ? Number(typed) : undefined;
  const [, fund, guarantor, institution] = /^(\d{1,6}):(\d{1,6}):(\d{1,6})$/.exec(typed) ?? [];
  if (fund === undefined) return undefined;
  return { fund: Number(fund), guarantor: Number(guarantor), institution: Number(institution) };
}

function daysBy(typed: string): Readonly<Record<string, number>> | undefined {
  const entries = typed.split(/[,，、;]/).filter((part) => part.trim() !== '');
  const read = entries.map((part) => /^\s*([a-z0-9-]+)\s*=\s*(\d{1,5})\s*$/.exec(part));
  if (read.some((match) => match === null)) return undefined;
  return Object.fromEntries(read.map((match) => [match?.[1] ?? '', Number(match?.[2])]));
}
