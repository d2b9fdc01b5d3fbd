/* Pictures of the canvases on which cards stand. They show how each is read, so there are no words in them. */
import { Card, H, Links, W } from "./marks.tsx";

export function StrategyMap() {
  const rows = [1, 2, 3, 5];
  const spots: Record<number, readonly number[]> = {
    1: [44, 138],
    2: [20, 84, 158],
    3: [40, 112, 172],
    5: [22, 92, 164],
  };
  const lit = new Set(["1.138", "2.84", "3.112", "5.92"]);
  return (
    <>
      {rows.map((v, row) => (
        <g key={v}>
          <rect x="0" y={row * 31} width={W} height="31" fill={`var(--v${v}t)`} />
          <path d={`M0 ${row * 31 + 30.5}h${W}`} stroke="var(--line)" />
          <path d={`M5 ${row * 31 + 11}v9`} stroke={`var(--v${v})`} strokeWidth="2" strokeLinecap="round" />
        </g>
      ))}
      <Links
        of={[
          [40, 38, 64, 24],
          [178, 38, 158, 24],
          [60, 69, 40, 55],
          [192, 69, 178, 55],
          [42, 100, 60, 86],
          [184, 100, 192, 86],
          [184, 100, 132, 86],
        ]}
      />
      <Links
        lit
        of={[
          [104, 38, 158, 24],
          [132, 69, 104, 55],
          [112, 100, 132, 86],
        ]}
      />
      {rows.flatMap((v, row) =>
        (spots[v] ?? []).map((x) => (
          <Card key={`${v}.${x}`} x={x} y={row * 31 + 7.5} v={v} lit={lit.has(`${v}.${x}`)} />
        )),
      )}
    </>
  );
}

export function Scorecard() {
  const spots = [[120], [74, 152], [54, 112, 170], [84, 150]];
  return (
    <>
      {spots.map((row, i) => (
        <g key={String(row)}>
          <rect
            x="10"
            y={i * 28 + 7}
            width={W - 20}
            height="25"
            rx="3"
            fill="var(--v2t)"
            stroke="var(--line)"
          />
          <path
            d={`M18 ${i * 28 + 17}h16M18 ${i * 28 + 22}h10`}
            stroke="var(--ink3)"
            strokeWidth="2"
            strokeLinecap="round"
          />
        </g>
      ))}
      <Links
        of={[
          [94, 41, 132, 27],
          [172, 41, 148, 27],
          [74, 69, 90, 55],
          [132, 69, 98, 55],
          [190, 69, 174, 55],
          [104, 97, 78, 83],
          [106, 97, 130, 83],
          [170, 97, 188, 83],
        ]}
      />
      {spots.flatMap((row, i) =>
        row.map((x) => <Card key={`${row.length}.${x}`} x={x} y={i * 28 + 12} h={15} v={2} />),
      )}
    </>
  );
}

export function BenefitsMap() {
  const columns = [
    { v: 1, y: [34, 76] },
    { v: 2, y: [22, 56, 90] },
    { v: 3, y: [34, 76] },
    { v: 4, y: [22, 56, 90] },
    { v: 5, y: [34, 76] },
  ];
  const x = (column: number) => column * 46.4 + 6.2;
  return (
    <>
      {columns.map(({ v }, i) => (
        <g key={v}>
          <rect x={i * 46.4} y="0" width="46.4" height={H} fill={`var(--v${v}t)`} />
          <path d={`M${x(i)} 8h14`} stroke={`var(--v${v})`} strokeWidth="2" strokeLinecap="round" />
          {i === 0 ? null : <path d={`M${i * 46.4} 0v${H}`} stroke="var(--line)" />}
        </g>
      ))}
      <Links
        level
        of={[
          [40, 42, 53, 30],
          [40, 42, 53, 64],
          [40, 84, 53, 98],
          [87, 30, 99, 42],
          [87, 64, 99, 42],
          [87, 98, 99, 84],
          [133, 42, 145, 30],
          [133, 42, 145, 64],
          [133, 84, 145, 98],
          [180, 30, 192, 42],
          [180, 64, 192, 84],
          [180, 98, 192, 84],
        ]}
      />
      {columns.flatMap(({ v, y }, i) =>
        y.map((top) => <Card key={`${v}.${top}`} x={x(i)} y={top} w={34} v={v} />),
      )}
    </>
  );
}

export function Free() {
  return (
    <>
      <rect
        x="112"
        y="14"
        width="104"
        height="66"
        rx="4"
        fill="none"
        stroke="var(--ink3)"
        strokeDasharray="4 3"
      />
      <path d="M118 21h26" stroke="var(--ink3)" strokeWidth="2" strokeLinecap="round" />
      <Links
        level
        of={[
          [66, 40, 128, 42],
          [168, 42, 176, 62],
        ]}
      />
      <Links of={[[46, 49, 82, 88]]} />
      <Card x={24} y={31} v={2} w={44} h={18} />
      <Card x={126} y={33} v={3} w={44} h={18} />
      <Card x={164} y={57} v={4} w={44} h={18} />
      <Card x={62} y={88} v={5} w={44} h={18} />
      <g transform="rotate(-4 40 92)">
        <rect x="16" y="72" width="34" height="34" rx="1.5" fill="var(--risk-wash)" stroke="var(--line2)" />
        <path d="M22 82h20M22 89h15M22 96h18" stroke="var(--ink3)" strokeWidth="1.6" strokeLinecap="round" />
      </g>
      <g transform="rotate(3 150 100)">
        <rect x="134" y="86" width="34" height="28" rx="1.5" fill="var(--v2t)" stroke="var(--line2)" />
        <path d="M140 95h20M140 102h13" stroke="var(--ink3)" strokeWidth="1.6" strokeLinecap="round" />
      </g>
    </>
  );
}
