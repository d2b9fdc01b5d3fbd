/* Pictures of the canvases that are diagrams. They show how each is read, so there are no words in them. */
import { type Four, H } from "./marks.tsx";

export function XMatrix() {
  const dots = [
    [48, 20],
    [60, 32],
    [72, 20],
    [160, 32],
    [172, 20],
    [184, 20],
    [48, 92],
    [72, 104],
    [60, 104],
    [160, 104],
    [172, 92],
    [184, 104],
  ];
  const box = "var(--line2)";
  return (
    <>
      <rect x="36" y="8" width="160" height="108" rx="3" fill="var(--surface)" stroke={box} />
      <path d="M84 8v108M148 8v108M36 44h160M36 80h160" stroke={box} />
      <path d="M36 26h160M36 98h160M54 8v108M66 8v108M166 8v108M178 8v108" stroke="var(--line)" />
      <rect x="84" y="44" width="64" height="36" fill="var(--sunken)" />
      <path d="M84 44l64 36M148 44 84 80" stroke={box} />
      <path
        d="M92 17h42M92 35h34M92 89h46M92 107h30"
        stroke="var(--ink3)"
        strokeWidth="2"
        strokeLinecap="round"
      />
      <path
        d="M45 52v20M60 50v22M72 56v16M157 52v20M172 50v22M187 56v16"
        stroke="var(--ink3)"
        strokeWidth="2"
        strokeLinecap="round"
      />
      <path d="M106 52h20" stroke="var(--v5)" strokeWidth="3" strokeLinecap="round" />
      <path d="M106 72h20" stroke="var(--v2)" strokeWidth="3" strokeLinecap="round" />
      <path d="M94 57v10" stroke="var(--v3)" strokeWidth="3" strokeLinecap="round" />
      <path d="M138 57v10" stroke="var(--v4)" strokeWidth="3" strokeLinecap="round" />
      {dots.map(([x, y], i) => (
        <circle
          key={`${x}.${y}`}
          cx={x}
          cy={y === 32 ? 35 : y === 20 ? 17 : y === 92 ? 89 : 107}
          r="3"
          fill={i % 3 === 1 ? "var(--surface)" : "var(--ink2)"}
          stroke="var(--ink2)"
        />
      ))}
    </>
  );
}

export function CapabilityMap() {
  const tops = [
    { x: 10, w: 66, leaves: [0.55, 0.2, 0.1, 0.8] },
    { x: 83, w: 66, leaves: [0.15, 0.35, 0.6, 0.25] },
    { x: 156, w: 66, leaves: [0.3, 0.95, 0.2, 0.1] },
  ];
  return (
    <>
      {tops.map(({ x, w, leaves }, n) => (
        <g key={x}>
          <rect x={x} y="10" width={w} height="104" rx="4" fill="var(--surface)" stroke="var(--line2)" />
          <path d={`M${x + 7} 20h28`} stroke="var(--ink3)" strokeWidth="2" strokeLinecap="round" />
          <path d={`M${x + 7} 29h${[44, 30, 20][n]}`} stroke="var(--ink2)" strokeWidth="3" />
          <path d={`M${x + 7} 34h${[22, 26, 50][n]}`} stroke="var(--v4)" strokeWidth="3" />
          {leaves.map((heat, i) => {
            const [lx, ly] = [x + 6 + (i % 2) * 28, 42 + Math.floor(i / 2) * 34];
            return (
              <g key={String(heat)}>
                <rect
                  x={lx}
                  y={ly}
                  width="26"
                  height="31"
                  rx="3"
                  fill="var(--v4)"
                  fillOpacity={heat * 0.75}
                  stroke="var(--line2)"
                />
                <path
                  d={`M${lx + 5} ${ly + 8}h14`}
                  stroke={heat > 0.5 ? "var(--on-ink)" : "var(--ink3)"}
                  strokeWidth="2"
                  strokeLinecap="round"
                />
              </g>
            );
          })}
        </g>
      ))}
    </>
  );
}

export function Trajectory() {
  const bars: readonly Four[] = [
    [74, 34, 78, 0.75],
    [92, 50, 66, 0.4],
    [128, 66, 72, 0.2],
    [82, 88, 58, 0.9],
    [150, 104, 62, 0],
  ];
  return (
    <>
      <rect x="60" y="0" width="78" height={H} fill="var(--surface)" />
      <path d="M60 0v124M0 20.5h232M0 78.5h232" stroke="var(--line2)" />
      <path d="M99 20v104M138 20v104M177 20v104M216 20v104" stroke="var(--line)" />
      <path
        d="M68 11h14M107 11h14M146 11h14M185 11h14"
        stroke="var(--ink3)"
        strokeWidth="2"
        strokeLinecap="round"
      />
      {bars.map(([x, y, w, done], i) => (
        <g key={y}>
          <path
            d={`M10 ${y}h${[34, 26, 38, 30, 24][i]}`}
            stroke="var(--ink3)"
            strokeWidth="2"
            strokeLinecap="round"
          />
          <rect x={x} y={y - 5} width={w} height="10" rx="2.5" fill="var(--v5t)" stroke="var(--v5)" />
          <rect x={x} y={y - 5} width={w * done} height="10" rx="2.5" fill="var(--v5)" />
        </g>
      ))}
      <path d="M152 34h12v16h-6" fill="none" stroke="var(--ink3)" strokeWidth="1.2" />
      <path d="M208 61l5 5-5 5-5-5zM148 83l5 5-5 5-5-5z" fill="var(--ink1)" />
      <path d="M118 20v104" stroke="var(--ink1)" strokeWidth="1.4" />
      <circle cx="118" cy="20" r="2.6" fill="var(--ink1)" />
    </>
  );
}

export function DeliveryOutcome() {
  const spots: readonly (readonly [number, number, number, string])[] = [
    [70, 84, 7, "risk"],
    [96, 62, 11, "ok"],
    [112, 88, 5, "risk"],
    [138, 40, 8, "ok"],
    [172, 34, 12, "ok"],
    [164, 92, 14, "off"],
    [190, 82, 6, "off"],
    [54, 44, 5, "ok"],
  ];
  return (
    <>
      <rect x="28" y="10" width="190" height="96" rx="3" fill="var(--surface)" stroke="var(--line2)" />
      <rect x="140" y="66" width="77.5" height="39.5" fill="var(--off-wash)" />
      <path d="M28 58h190M123 10v96" stroke="var(--line)" />
      <path d="M28 106 218 10" stroke="var(--line2)" strokeDasharray="3 3" />
      <path d="M100 115h46M17 76V44" stroke="var(--ink3)" strokeWidth="2" strokeLinecap="round" />
      {spots.map(([x, y, r, tone]) => (
        <circle
          key={`${x}.${y}`}
          cx={x}
          cy={y}
          r={r}
          fill={`var(--${tone}-bar)`}
          fillOpacity="0.28"
          stroke={`var(--${tone}-bar)`}
          strokeWidth="1.4"
        />
      ))}
      <path
        d="M122 76c16 0 22 8 28 14"
        fill="none"
        stroke="var(--off-bar)"
        strokeWidth="1.3"
        strokeDasharray="2 2.5"
      />
    </>
  );
}
