/* Bars under each other, each with its name and its count: what holds filled, what does not hollow. */
export interface Row {
  readonly name: string;
  readonly full: number;
  readonly hollow: number;
}

/** Rows that have room; of more sources the largest are drawn. */
const MOST = 5;

export function Rows({ rows }: { rows: readonly Row[] }) {
  const shown = rows.slice(0, MOST);
  const most = Math.max(1, ...shown.map(({ full, hollow }) => full + hollow));
  return (
    <ul className="myth-rows">
      {shown.map(({ name, full, hollow }) => (
        <li key={name}>
          <span className="cut" title={name}>
            {name}
          </span>
          <span className="myth-track" aria-hidden="true">
            <i className="m-full-part" style={{ width: `${(full / most) * 100}%` }} />
            <i className="m-hollow-part" style={{ width: `${(hollow / most) * 100}%` }} />
          </span>
          <span className="num">{hollow === 0 ? full : full === 0 ? hollow : `${full} + ${hollow}`}</span>
        </li>
      ))}
    </ul>
  );
}
