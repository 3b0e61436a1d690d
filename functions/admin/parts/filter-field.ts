import type { Option } from './options.ts';

/** One thing that a list can be filtered by: its place in the address, its name, and how it is asked for. */
export type FilterField<Name extends string> = { readonly name: Name; readonly label: string } & (
  | {
      readonly kind: 'text';
      /** Within the field, while it is empty: what may be typed. */
      readonly hint: string;
      readonly width?: number;
      /** Shorter words are not searched by. */
      readonly lengthMin?: number;
    }
  | { readonly kind: 'day' }
  | { readonly kind: 'choice'; readonly options: readonly Option[] }
);

/** Whether a value of a field filters anything: too short a search word does not. */
export const isInForce = <Name extends string>(field: FilterField<Name>, value: string): boolean =>
  value.length >= (field.kind === 'text' ? (field.lengthMin ?? 1) : 1);

/** A value of a field as a reader knows it; one that is no option goes as it is. */
export const valueWord = <Name extends string>(field: FilterField<Name>, value: string): string =>
  (field.kind === 'choice' && field.options.find((option) => option.value === value)?.label) || value;
