/*
 * What the pictures of the gallery are drawn with: cards and links as the canvas draws them, in the tokens, so that
 * both themes have theirs.
 */

export const W = 232;
export const H = 124;

/** A card: paper, the stripe of its level, and a line for its title. */
export function Card({ x, y, w = 40, h = 16, v, lit = false }: Spot & { v: number; lit?: boolean }) {
  return (
    <g>
      <rect
        x={x}
        y={y}
        width={w}
        height={h}
        rx="2.5"
        fill="var(--surface)"
        stroke={lit ? "var(--thread)" : "var(--line2)"}
        strokeWidth={lit ? 1.4 : 1}
      />
      <path
        d={`M${x + 3} ${y + 3.5}v${h - 7}`}
        stroke={`var(--v${v})`}
        strokeWidth="2"
        strokeLinecap="round"
      />
      <path
        d={`M${x + 8} ${y + h / 2}h${w * 0.48}`}
        stroke="var(--ink3)"
        strokeWidth="2"
        strokeLinecap="round"
      />
    </g>
  );
}

interface Spot {
  x: number;
  y: number;
  w?: number;
  h?: number;
}

/** Links as curves that leave and arrive upright, or level. */
export function Links({
  of,
  level = false,
  lit = false,
}: {
  of: readonly Four[];
  level?: boolean;
  lit?: boolean;
}) {
  const d = of.map(([x0, y0, x1, y1]) =>
    level
      ? `M${x0} ${y0}C${(x0 + x1) / 2} ${y0} ${(x0 + x1) / 2} ${y1} ${x1} ${y1}`
      : `M${x0} ${y0}C${x0} ${(y0 + y1) / 2} ${x1} ${(y0 + y1) / 2} ${x1} ${y1}`,
  );
  return (
    <path
      d={d.join("")}
      fill="none"
      stroke={lit ? "var(--thread)" : "var(--line2)"}
      strokeWidth={lit ? 1.8 : 1.3}
      strokeLinecap="round"
    />
  );
}

export type Four = readonly [number, number, number, number];
