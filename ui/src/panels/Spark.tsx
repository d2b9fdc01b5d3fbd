/* The way of a few values as a small line beside words that say the same. */
import "./spark.css";

export function Spark({ values }: { values: readonly number[] }) {
  if (values.length < 2) return <span />;
  const low = Math.min(...values);
  const span = Math.max(...values) - low || 1;
  const points = values
    .map((value, at) => `${(at / (values.length - 1)) * 62 + 1},${17 - ((value - low) / span) * 14}`)
    .join(" ");
  return (
    <svg className="spark" width={64} height={20} aria-hidden="true">
      <polyline points={points} />
    </svg>
  );
}
