/* One cell of the matrix: how its link is drawn, and how it is told to who cannot see it. */
import type { Link } from "../../api/bindings.ts";
import type { useWords } from "../../words/index.ts";
import { counts, type Line, STRENGTHS } from "./matrix.ts";

/** The cell in words: what is joined with what, how strongly, in which state. */
export function said(
  row: Line,
  column: Line,
  link: Link | undefined,
  words: ReturnType<typeof useWords>,
): string {
  const pairOf = { row: row.element.title, column: column.element.title };
  if (link === undefined) return words.say("matrix.noLink", pairOf);
  if (link.kind !== "contribution") return words.say("matrix.linked", { ...pairOf, how: "none" });
  const strength = link.strength === null ? "" : words.say(`strength.${link.strength}`);
  const how = [
    strength,
    words.say(`linkState.${link.state}`),
    link.sign === "harms" ? words.say("matrix.harms") : "",
  ]
    .filter((it) => it !== "")
    .join(", ");
  return words.say("matrix.linked", { ...pairOf, how: how === "" ? "none" : how });
}

/** As many filled parts as the link is strong; outlined while it is only proposed, crossed when it harms. */
export function Square({ link }: { link: Link | undefined }) {
  if (link === undefined) return null;
  const strength =
    link.kind === "contribution" && link.strength !== null ? STRENGTHS.indexOf(link.strength) + 1 : 3;
  const size = 6 + strength * 3;
  const harms = link.kind === "contribution" && link.sign === "harms";
  return (
    <svg width={24} height={24} viewBox="0 0 24 24" aria-hidden="true" className="matrix-square">
      <rect
        x={12 - size / 2}
        y={12 - size / 2}
        width={size}
        height={size}
        rx={2}
        className={counts(link) ? "filled" : "proposed"}
      />
      {harms ? <path d="m7 7 10 10M17 7 7 17" className="harms" /> : null}
    </svg>
  );
}

/** The block between the cell in force and the one where holding began. */
export function spanned(here: { row: number; column: number }, from: { row: number; column: number } | null) {
  const other = from ?? here;
  return {
    top: Math.min(here.row, other.row),
    bottom: Math.max(here.row, other.row),
    left: Math.min(here.column, other.column),
    right: Math.max(here.column, other.column),
  };
}

/** The classes of a head: what has no link, what is selected, what the cell in force belongs to. */
export function marks(name: string, line: Line, selected: readonly string[], isHere: boolean): string {
  return [
    name,
    line.count === 0 ? "none" : "",
    selected.includes(line.element.id) ? "on" : "",
    isHere ? "here" : "",
  ]
    .filter((it) => it !== "")
    .join(" ");
}
