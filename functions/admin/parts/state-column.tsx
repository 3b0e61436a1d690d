import { keptLanguage } from '../shell/kept-language.ts';
import type { StateKind, StateOf } from '../words/states.ts';
import type { Column } from './column.ts';
import { StateMark } from './state-mark.tsx';
import { stateWord } from './state-word.ts';

/** The column of where each row stands, in words on the screen and in a sheet. */
export const stateColumn = <Kind extends StateKind, Row extends { readonly state: StateOf<Kind> }>(
  of: Kind,
  title: string,
): Column<Row> => ({
  key: 'state',
  title,
  value: ({ state }) => stateWord(of, state, keptLanguage()),
  show: ({ state }) => <StateMark of={of} state={state} />,
});
