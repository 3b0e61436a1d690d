import { hrefOf } from '../../shell/address.ts';

interface FigureProps {
  readonly name: string;
  /** What exactly is counted. */
  readonly says: string;
  readonly figure: string;
  readonly unit: string;
  readonly exact?: string;
  /** Where the rows behind it are. */
  readonly to?: string;
  readonly query?: Readonly<Record<string, string>>;
}

/** One figure with its definition. */
export function Figure({ name, says, figure, unit, exact, to, query }: FigureProps) {
  return (
    <div className="figure-card">
      <div className="figure-name">{to === undefined ? name : <a href={hrefOf(to, query)}>{name}</a>}</div>
      <div className="figure-value" title={exact}>
        {figure}
        {unit !== '' && <small> {unit}</small>}
      </div>
      <div className="figure-says">{says}</div>
    </div>
  );
}
