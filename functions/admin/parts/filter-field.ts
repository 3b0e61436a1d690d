import type { Option } from './options.ts';

/** One thing that a list can be filtered by: its place in the address, its name, and how it is asked for. */
export type FilterField<Name extends string> = { readonly name: Name; readonly label: string } & (
  | {
      readonly kind: 'text';
      /** Within the field, while it is empty: what may be typed. */
      readonly hint: string;
      readonly width?: number;
    }
  | { readonly kind: 'day' }
  | { readonly kind: 'choice'; readonly options: readonly Option[] }
);
