// The package brings no types: as much of its interface as is used here (version 11).
declare module 'saxen' {
  export class Parser {
    /** Names are as written, with their prefix; values of attributes and texts still have their entities. */
    on(event: 'openTag', call: (name: string, attributes: () => Record<string, string>) => void): this;
    on(event: 'closeTag', call: (name: string) => void): this;
    on(event: 'text' | 'cdata', call: (text: string) => void): this;
    on(event: 'error', call: (error: Error) => void): this;
    parse(xml: string): this;
  }
}
