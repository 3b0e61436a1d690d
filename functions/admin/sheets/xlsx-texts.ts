import { readXml } from './read-xml.ts';
import { bounds } from './sheet-fault.ts';

/** Programs write as `_x000D_` what XML could not hold or would change (ST_Xstring, ECMA-376 part 1, 22.9.2.19). */
const unescaped = (text: string): string =>
  text.includes('_x')
    ? text.replace(/_x([0-9a-f]{4})_/gi, (_, hex: string) => String.fromCharCode(Number.parseInt(hex, 16)))
    : text;

/** Joins the runs of a text or takes a value, without the readings that East Asian cells may carry. */
export class TextRuns {
  private text = '';
  private isReading = false;
  private isTaken = false;

  open(name: string): void {
    if (name === 'rPh') this.isReading = true;
    this.isTaken = !this.isReading && (name === 't' || name === 'v');
  }
  add(text: string): void {
    if (this.isTaken && this.text.length < bounds.cellCharactersMax) this.text += text;
  }
  close(name: string): void {
    if (name === 'rPh') this.isReading = false;
    this.isTaken = false;
  }
  /** The text so far, at most as long as a cell may be; the next one begins. */
  end(): string {
    const text = unescaped(this.text).slice(0, bounds.cellCharactersMax);
    this.text = '';
    return text;
  }
}

/** The texts that cells share, by their place. */
export function readSharedTexts(xml: string): readonly string[] {
  const texts: string[] = [];
  const runs = new TextRuns();
  readXml(xml, {
    open: (name) => runs.open(name),
    text: (text) => runs.add(text),
    close: (name) => {
      runs.close(name);
      if (name === 'si') texts.push(runs.end());
    },
  });
  return texts;
}
