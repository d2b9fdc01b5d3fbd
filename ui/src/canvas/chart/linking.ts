/*
 * Drawing a link on a chart, from the end of a mark with the pointer or from where the keyboard stands. Which links may
 * be drawn the chart says; what is told of them is told as on the map.
 */
import type { LinkGround } from "../keyLink";
import type { End, Offer, Verdict } from "../policy";
import { isOpen, noteFor, type Settling, settle } from "../settling";
import type { Box, Point } from "../view";
import type { LinkLack, LinkWords } from "../words";
import type { Board } from "./board";
import type { Chart } from "./chart";

/** How far beyond the end of a mark its handle lies, and how near to that is on it. */
const APART = 10;
const REACH = { mouse: 9, touch: 22 };

interface Titled {
  readonly id: string;
  readonly title: string;
}

export class ChartLinks implements LinkGround, Settling {
  private listed: { readonly chart: Chart; readonly ends: readonly Titled[] } | null = null;
  private at: Point = { x: 0, y: 0 };

  constructor(
    private readonly board: Board,
    readonly words: LinkWords,
    private readonly tools: {
      /** Asks which of several links is meant. */
      ask(offers: readonly Offer[], at: Point): void;
      /** Takes the keyboard to a mark. */
      goTo(mark: number): void;
      /** What is told beside pointer or cursor changed. */
      pointed(): void;
    },
  ) {}

  get readOnly(): boolean {
    return this.board.parts.readOnly;
  }

  say(text: string): void {
    this.board.parts.events.onAnnounce?.(text);
  }

  tell(text: string, hint: string): void {
    this.board.parts.events.onTell?.(text, hint);
  }

  lack(): LinkLack {
    const { chart, cursor } = this.board;
    if (chart.linking === undefined) return "chart";
    return cursor < 0 ? "nothing" : "mark";
  }

  connect(link: Offer): void {
    this.board.parts.events.onConnect?.(link);
  }

  ask(offers: readonly Offer[]): void {
    this.tools.ask(offers, this.at);
  }

  /** The title of an element where links begin and end; null where it has none here. */
  titleOf(id: string): string | null {
    return this.ends().find((it) => it.id === id)?.title ?? null;
  }

  stand(): Titled | null {
    const end = this.endOf(this.board.cursor);
    return end === null ? null : { id: end.id, title: this.titleOf(end.id) ?? "" };
  }

  ends(): readonly Titled[] {
    const { chart } = this.board;
    if (this.listed?.chart === chart) return this.listed.ends;
    const found = new Map<string, Titled>();
    for (const { subject, end, title } of chart.linking === undefined ? [] : chart.marks)
      if (subject !== null && end !== undefined) found.set(subject, { id: subject, title: title ?? "" });
    this.listed = { chart, ends: [...found.values()] };
    return this.listed.ends;
  }

  has(id: string): boolean {
    return this.titleOf(id) !== null;
  }

  goTo(id: string): void {
    this.tools.goTo(this.markOf(id));
  }

  /** The mark from whose handle something under the pointer is drawn, or −1. */
  gripped(at: Point, touch: boolean): number {
    const { board } = this;
    for (const i of handled(board)) {
      const p = handleAt(board, i);
      if (p !== null && Math.hypot(p.x - at.x, p.y - at.y) <= (touch ? REACH.touch : REACH.mouse)) return i;
    }
    return -1;
  }

  /** Draws the link from a mark as far as the pointer and says what would come of it. */
  follow(from: number, at: Point): void {
    const { board } = this;
    const i = board.field.hit(at, board.eye);
    const [a, b] = [this.endOf(from), this.endOf(i)];
    const on = a !== null && b !== null && a.id !== b.id ? i : -1;
    const verdict = on < 0 ? null : this.verdict(a, b);
    board.draft = { from, on, at, isOpen: verdict === null || isOpen(verdict) };
    board.note = verdict === null ? "" : this.told(verdict).join("\n");
    this.tools.pointed();
  }

  /** Lets go: let go over nothing, nothing happens. `choose` asks also where the natural kind is legal. */
  letGo(from: number, at: Point, choose: boolean): void {
    this.at = at;
    const to = this.endOf(this.board.draft?.on ?? -1);
    this.clear();
    this.settled(this.endOf(from), to, choose);
  }

  aim(from: string, typed: string): string {
    const { board, words } = this;
    const [i, on] = [this.markOf(from), board.cursor];
    const [a, b] = [this.endOf(i), this.endOf(on)];
    const isAway = a !== null && b !== null && a.id !== b.id;
    const verdict = isAway ? this.verdict(a, b) : null;
    board.draft = { from: i, on: isAway ? on : -1, at: null, isOpen: verdict === null || isOpen(verdict) };
    const said =
      verdict === null
        ? [words.linkHow]
        : [...this.told(verdict), ...(verdict.verdict === "refused" ? [] : [words.linkTake])];
    const lines = typed === "" ? said : [words.linkTyped(typed), ...said];
    board.note = lines.join("\n");
    // Wherever the pointer rests, the note stands where the keyboard is.
    board.hover = -1;
    board.keyboard = true;
    this.tools.pointed();
    board.invalidate();
    return lines.join(". ");
  }

  take(from: string): boolean {
    const { board } = this;
    const box = board.field.screenBox(board.cursor, board.eye);
    this.at = { x: Math.max(box.x0, board.chart.left), y: box.y1 };
    return this.settled(this.endOf(this.markOf(from)), this.endOf(board.cursor), false);
  }

  clear(): void {
    this.board.draft = null;
    this.board.note = "";
    this.tools.pointed();
    this.board.invalidate();
  }

  private settled(from: End | null, to: End | null, choose: boolean): boolean {
    const { linking } = this.board.chart;
    const verdict = this.verdict(from, to);
    if (verdict === null || from === null || to === null) return false;
    return settle(verdict, choose && linking !== undefined ? linking.offers(from, to) : [], this);
  }

  private verdict(from: End | null, to: End | null): Verdict | null {
    return from === null ? null : (this.board.chart.linking?.judge(from, to) ?? null);
  }

  /** What would come of it: the link in words, or why there is none. */
  private told(verdict: Verdict): string[] {
    const note = noteFor(this.words, verdict);
    if (verdict.verdict === "refused") return [note];
    const { kind, from, to } = verdict;
    return [this.words.linkOffer(kind, this.titleOf(from) ?? "", this.titleOf(to) ?? "")];
  }

  private endOf(i: number): End | null {
    const mark = this.board.field.mark(i);
    if (this.board.chart.linking === undefined || mark?.subject == null || mark.end === undefined)
      return null;
    return { id: mark.subject, kind: mark.end };
  }

  /** The mark of an element that is an end, in the body where it has one there. */
  private markOf(id: string): number {
    const { field } = this.board;
    const ends = field.of(id).filter((i) => this.endOf(i) !== null);
    return ends.find((i) => field.mark(i)?.pin === undefined) ?? ends[0] ?? -1;
  }
}

/** The marks whose handle is shown: the one under the pointer, and the one that is selected alone. */
function handled(board: Board): readonly number[] {
  const [only] = board.selection.size === 1 ? board.selection : [];
  return [board.hover, ...(only === undefined ? [] : board.field.of(only))];
}

/** Where the handle of a mark lies on the screen; null where no link is drawn from it. */
function handleAt(board: Board, i: number): Point | null {
  const { field, chart, eye } = board;
  const mark = field.mark(i);
  if (board.parts.readOnly || chart.linking === undefined || mark?.end === undefined) return null;
  if (mark.pin !== undefined || mark.inert === true || !field.shows(i, board.view.zoom)) return null;
  const box = field.screenBox(i, eye);
  const at = { x: box.x1 + APART, y: (box.y0 + box.y1) / 2 };
  return at.x > chart.left && at.y > chart.top ? at : null;
}

/** Where a handle is drawn at this moment. */
export function handlesOf(board: Board): readonly Point[] {
  if (board.pressed || board.draft !== null) return [];
  return [...new Set(handled(board))].flatMap((i) => handleAt(board, i) ?? []);
}

/** A link while it is drawn, as a line of the screen: around its own row when it runs back in time. */
export function draftLine(board: Board): readonly number[] {
  const { draft, field, eye } = board;
  if (draft === null) return [];
  const from = field.screenBox(draft.from, eye);
  // It ends where the link will: at the beginning of what waits, if that lies in the body.
  const isBody = draft.on >= 0 && field.mark(draft.on)?.pin === undefined;
  const end = isBody ? left(field.screenBox(draft.on, eye)) : draft.at;
  if (end === null) return [];
  const [x0, y0] = [Math.max(from.x1, board.chart.left), (from.y0 + from.y1) / 2];
  if (end.x - x0 >= 20) return [x0, y0, x0 + 8, y0, x0 + 8, end.y, end.x, end.y];
  const gap = end.y > y0 ? from.y1 + 5 : from.y0 - 5;
  return [x0, y0, x0 + 8, y0, x0 + 8, gap, end.x - 12, gap, end.x - 12, end.y, end.x, end.y];
}

function left({ x0, y0, y1 }: Box): Point {
  return { x: x0, y: (y0 + y1) / 2 };
}
