/*
 * The marks of an X-matrix: headers of lines, the cells where two lines cross, and the hub, each with its place in the
 * grid. What a cell holds is asked when it is drawn or spoken, because most of them hold nothing and are never seen.
 */
import type { Link, LinkKind } from "../../api/bindings";
import type { Mark, Stance } from "../chart/chart";
import type { Pen } from "../chart/pen";
import type { Box } from "../view";
import type { Speech } from "./speech";
import { FIRST, type Line, OWNER, type Side, type XMatrix } from "./xmatrixData";
import { drawCell, drawColumnHead, drawRowHead } from "./xmatrixDraw";

export type XMatrixWord =
  | "label"
  | "hub"
  | "hubHint"
  | "untitled"
  | "line"
  | "lineIn"
  | "cell"
  | "cellTip"
  | "none"
  | "next"
  | "way"
  | "link"
  | "measures"
  | "because"
  | "owner"
  | "shown"
  | "more"
  | "legend"
  | "loose"
  | `side.${Side | "drivers"}`
  | `loose.${Side}`
  | `isLoose.${Side}`
  | `first.${Side}`
  | `firstHint.${Side}`
  | `meta.${Side}`;

export type XMatrixSpeech = Speech<XMatrixWord>;

export type Sign =
  | "none"
  | "way"
  | "weak"
  | "moderate"
  | "strong"
  | "unknown"
  | "measures"
  | "because"
  | "owner";

/** What a cell holds. */
export interface Stand {
  readonly sign: Sign;
  readonly state: "accepted" | "proposed" | "disputed" | "retired";
  readonly harms: boolean;
  /** Who accepted or proposed it; of a way, what it leads through. */
  readonly by: string;
  readonly link: Link | null;
}

export const NOTHING: Stand = { sign: "none", state: "accepted", harms: false, by: "", link: null };

/** Which link a cell is for, in the direction in which it may stand; an owner is no link. */
export type Meaning =
  | { readonly kind: LinkKind; readonly from: string; readonly to: string }
  | { readonly kind: "owner"; readonly element: string; readonly name: string };

/** What is meant by crossing two lines. An indicator cannot measure a direction; it can be there because of it. */
export function meaningOf(row: Line, column: Line): Meaning {
  if (column.side === "people" && column.element === null)
    return { kind: "owner", element: row.id, name: column.id.slice(OWNER.length) };
  if (column.side === "indicators")
    return { kind: row.side === "directions" ? "because" : "measures", from: column.id, to: row.id };
  const up = column.side === "objectives" && row.side === "initiatives";
  return { kind: "contribution", from: up ? row.id : column.id, to: up ? column.id : row.id };
}

export function standOf(row: Line, column: Line, matrix: XMatrix): Stand {
  const meaning = meaningOf(row, column);
  if (meaning.kind === "owner") {
    const owner = row.element?.owner?.known ?? null;
    return owner === meaning.name ? { ...NOTHING, sign: "owner" } : NOTHING;
  }
  const link = matrix.linkOf(row.id, column.id);
  if (link === null) {
    const by = matrix.wayOf(row.id, column.id);
    return by === null ? NOTHING : { ...NOTHING, sign: "way", by };
  }
  return standOfLink(link);
}

export function standOfLink(link: Link): Stand {
  if (link.kind !== "contribution")
    return { ...NOTHING, sign: link.kind === "measures" ? "measures" : "because", link };
  const { strength, state, sign, accepted_by, proposed_by } = link;
  return {
    sign: signOf(strength),
    state,
    harms: sign === "harms",
    by: state === "accepted" ? accepted_by : proposed_by,
    link,
  };
}

export function signOf(strength: Extract<Link, { kind: "contribution" }>["strength"]): Sign {
  if (strength === null) return "unknown";
  if (strength === "marginal" || strength === "weak") return "weak";
  return strength === "moderate" ? "moderate" : "strong";
}

/** What is said of a stand, without what it is between. */
export function said({ sign, state, harms, by }: Stand, speech: XMatrixSpeech): string {
  if (sign === "none" || sign === "measures" || sign === "because" || sign === "owner")
    return speech.say(sign);
  if (sign === "way") return speech.say("way", { title: by || speech.say("untitled") });
  return speech.say("link", { strength: sign, state, harms: harms ? "yes" : "no", by: by || "none" });
}

/** "Objective A by initiative B: strong, accepted by C." */
export function spoken(row: Line, column: Line, stand: Stand, speech: XMatrixSpeech): string {
  const meaning = meaningOf(row, column);
  const upper = meaning.kind !== "owner" && meaning.to === column.id ? column : row;
  const lower = upper === row ? column : row;
  const what = said(stand, speech);
  return speech.say("cell", {
    to: speech.say("line", namesOf(upper, speech)),
    from: speech.say("lineIn", namesOf(lower, speech)),
    what,
  });
}

export function namesOf(line: Line, speech: XMatrixSpeech): { kind: string; title: string } {
  return { kind: line.element?.kind ?? "owner", title: line.title || speech.say("untitled") };
}

/** A mark with its place: columns and rows count over the hub, which is one of each. */
abstract class Placed implements Mark {
  abstract readonly id: string;
  abstract readonly subject: string | null;
  abstract readonly label: string;
  abstract readonly tip: string;
  constructor(
    readonly box: Box,
    readonly column: number,
    readonly row: number,
  ) {}
  abstract draw(pen: Pen, at: Box, stance: Stance): void;
}

export class CellMark extends Placed {
  readonly acts = true;
  readonly isCell = true;
  private held: Stand | null = null;

  constructor(
    box: Box,
    column: number,
    row: number,
    readonly across: Line,
    readonly down: Line,
    private readonly matrix: XMatrix,
    private readonly speech: XMatrixSpeech,
    private readonly nextOf: (mark: CellMark) => string,
  ) {
    super(box, column, row);
  }

  get next(): string {
    return this.nextOf(this);
  }

  get id(): string {
    return cellId(this.across, this.down);
  }

  get stand(): Stand {
    this.held ??= standOf(this.across, this.down, this.matrix);
    return this.held;
  }

  /** What it holds once its link is taken away: nothing, or a way through others. */
  get without(): Stand {
    const by = this.matrix.wayOf(this.across.id, this.down.id);
    return by === null || by === "" ? NOTHING : { ...NOTHING, sign: "way", by };
  }

  get subject(): string | null {
    return this.stand.link?.id ?? null;
  }

  get needs(): readonly string[] {
    return [this.across, this.down].flatMap((it) => (it.element === null ? [] : [it.id]));
  }

  get label(): string {
    return spoken(this.across, this.down, this.stand, this.speech);
  }

  get tip(): string {
    const { speech } = this;
    const name = (it: Line) => it.title || speech.say("untitled");
    const head = speech.say("cellTip", { row: name(this.across), column: name(this.down) });
    const text = said(this.stand, speech);
    return [head, text.charAt(0).toLocaleUpperCase() + text.slice(1)].join("\n");
  }

  draw(pen: Pen, at: Box): void {
    drawCell(pen, at, this.stand);
  }
}

export class HeadMark extends Placed {
  constructor(
    box: Box,
    column: number,
    row: number,
    readonly line: Line,
    readonly pin: "left" | "top",
    private readonly meta: string,
    private readonly speech: XMatrixSpeech,
  ) {
    super(box, column, row);
  }

  get id(): string {
    return `line ${this.line.id}`;
  }

  /** The place where a first element would stand makes one when it is pressed. */
  get acts(): boolean {
    return this.line.id.startsWith(FIRST);
  }

  get subject(): string | null {
    return this.line.element?.id ?? null;
  }

  get title(): string | undefined {
    return this.line.element?.title;
  }

  get needs(): readonly string[] {
    return this.line.element === null ? [] : [this.line.id];
  }

  private get facts(): string[] {
    const { line, meta, speech } = this;
    if (this.acts) return [speech.say(`firstHint.${line.side}`)];
    return [
      ...(meta === "" ? [] : [speech.say(`meta.${line.side}`, { meta })]),
      ...(line.isLoose ? [speech.say(`isLoose.${line.side}`)] : []),
    ];
  }

  get label(): string {
    const { line, speech } = this;
    const head = this.acts ? speech.say(`first.${line.side}`) : speech.say("line", namesOf(line, speech));
    return [`${head}.`, ...this.facts].join(" ");
  }

  get tip(): string {
    const { line, speech } = this;
    const head = this.acts ? speech.say(`first.${line.side}`) : line.title || speech.say("untitled");
    return [head, ...this.facts].join("\n");
  }

  draw(pen: Pen, at: Box, stance: Stance): void {
    const { line, meta, speech } = this;
    const face = this.acts
      ? { title: speech.say(`first.${line.side}`), under: speech.say(`firstHint.${line.side}`) }
      : { title: line.title || speech.say("untitled"), under: "" };
    const draws = this.pin === "left" ? drawRowHead : drawColumnHead;
    draws(pen, at, stance, { ...face, meta, line });
  }
}

export function cellId(row: Line, column: Line): string {
  return `${row.id} × ${column.id}`;
}
