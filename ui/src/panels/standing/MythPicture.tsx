/*
 * One small picture for each myth, of what is believed and what is missing: drawn in the tokens of the interface, the
 * missing part dashed or hatched as everywhere. Decoration: the words beside say the same.
 */
import type { ReactNode } from "react";
import type { Myth } from "../../model/myths.ts";

const PICTURES: Record<Myth, () => ReactNode> = {
  why: Why,
  rituals: Rituals,
  progress: Progress,
  tools: Tools,
  agile: Agile,
};

export function MythPicture({ myth }: { myth: Myth }) {
  const Picture = PICTURES[myth];
  return (
    <svg className="myth-picture" viewBox="0 0 176 104" width="176" height="104" aria-hidden="true">
      <Picture />
    </svg>
  );
}

/** A line of work that leads up to a card that is not there. */
function Why() {
  return (
    <>
      <rect className="m-gap" x="58" y="8" width="60" height="24" rx="4" />
      <path className="m-ask" d="M84 17a4 4 0 1 1 5.4 3.7c-1 .5-1.4 1-1.4 2M88 26v.2" />
      <path className="m-missing" d="M88 32v14" />
      <rect className="m-card" x="58" y="46" width="60" height="18" rx="4" />
      <path className="m-line" d="M72 64c0 8-30 6-30 14M88 64v14M104 64c0 8 30 6 30 14" />
      {[20, 66, 112].map((x) => (
        <rect key={x} className="m-card" x={x} y={78} width="44" height="18" rx="4" />
      ))}
    </>
  );
}

/** A calendar full of meetings, and a road beside it that ends. */
function Rituals() {
  return (
    <>
      <rect className="m-card" x="10" y="14" width="76" height="76" rx="4" />
      <path className="m-line" d="M10 30h76M28 8v12M68 8v12" />
      {[0, 1, 2].map((row) =>
        [0, 1, 2, 3].map((column) => (
          <circle key={`${row}${column}`} className="m-dot" cx={22 + column * 17} cy={43 + row * 17} r="4" />
        )),
      )}
      <path className="m-line strong" d="M104 86V70h14V56" />
      <path className="m-missing" d="M118 56h14V40h14V24h16" />
      <circle className="m-gap" cx="166" cy="24" r="5" />
    </>
  );
}

/** Delivery almost full, outcome unknown. */
function Progress() {
  const strokes = Array.from({ length: 24 }, (_, at) => `M${17 + at * 6} 72l6-10`).join("");
  return (
    <>
      <rect className="m-track" x="14" y="26" width="148" height="12" rx="6" />
      <rect className="m-full" x="14" y="26" width="136" height="12" rx="6" />
      <path className="m-tick" d="M136 15l4 4 8-9" />
      <clipPath id="myth-outcome">
        <rect x="14" y="61" width="148" height="12" rx="6" />
      </clipPath>
      <rect className="m-outline" x="14" y="61" width="148" height="12" rx="6" />
      <path className="m-hatched" clipPath="url(#myth-outcome)" d={strokes} />
      <path className="m-ask" d="M84 84a4 4 0 1 1 5.4 3.7c-1 .5-1.4 1-1.4 2M88 93v.2" />
    </>
  );
}

/** Three instruments, each with a needle of its own. */
function Tools() {
  return (
    <>
      {[
        { x: 32, to: "M32 44l9-10" },
        { x: 88, to: "M88 44l-11-8" },
        { x: 144, to: "M144 44l1-14" },
      ].map(({ x, to }) => (
        <g key={x}>
          <path className="m-line" d={`M${x - 20} 44a20 20 0 0 1 40 0`} />
          <path className="m-line strong" d={to} />
          <circle className="m-dot" cx={x} cy="44" r="2.5" />
        </g>
      ))}
      <path className="m-missing" d="M32 54c0 14 56 8 56 22M88 54v22M144 54c0 14-56 8-56 22" />
      <rect className="m-gap" x="62" y="76" width="52" height="18" rx="4" />
    </>
  );
}

/** Turns that come round and round, and a curve that does not move. */
function Agile() {
  return (
    <>
      {[26, 62, 98, 134].map((x) => (
        <g key={x}>
          <path className="m-line" d={`M${x - 11} 30a11 11 0 1 1 5 9`} />
          <path className="m-line" d={`M${x - 11} 43l5-4 4 5`} />
        </g>
      ))}
      <path className="m-base" d="M12 92h152" />
      <path className="m-line strong" d="M12 84l24-1 24 2 24-2 24 1 24-1 32 1" />
      <path className="m-missing" d="M60 84C84 84 96 58 164 56" />
    </>
  );
}
