/*
 * A drawing context that draws nothing and remembers everything: what is drawn through it becomes a `Drawing`, plain
 * data from which a picture is written. It knows no cards and no charts. A clip inside a clip is cut where both
 * are plain rectangles; otherwise the inner one counts.
 */
import type { Drawing, Item, Lang, Look, Paint, Setting, Shadow, Stroke } from "../../api/bindings";
import type { Ctx } from "../draw/ctx";
import { dataOf } from "../draw/outlines";
import { readColour, writeColour } from "./colours";
import { growth, IDENTITY, isPlain, turn } from "./matrix";
import { Outline, rounded } from "./outline";
import { stepsOf } from "./pathData";
import type { Fill } from "./state";
import { Table } from "./table";
import { Tracer } from "./tracer";

/** What a recorder has to ask a screen. */
export interface Ruler {
  /** How wide a text is in a font, both as a context takes them. */
  width(text: string, font: string): number;
  /** A colour in any notation as `#rrggbb` or `rgba(…)`. */
  colour(css: string): string;
}

/** The picture that was drawn on. */
export interface Canvas {
  readonly width: number;
  readonly height: number;
  readonly paper: string | null;
  readonly title: string;
  readonly lang: Lang;
}

const HATCHED = "hatched ";
/** Below this nothing is seen. */
const INVISIBLE = 1 / 512;
/** Ascent and descent of the typeface, in parts of its size. */
const ASCENT = 0.96875;
const DESCENT = 0.2412;

export class Recorder extends Tracer implements Ctx {
  private readonly ruler: Ruler;
  private readonly looks = new Table<Look>();
  private readonly types = new Table<Setting>();
  private readonly clips = new Table<string>();
  /** What has a name and no ink; it comes after what lies under everything. */
  private readonly named: { id: string; title: string; items: Item[] }[] = [];
  private readonly groups: { id: string | null; title: string; items: Item[] }[] = [];
  private readonly colours = new Map<string, string | null>();

  constructor(ruler: Ruler) {
    super();
    this.ruler = ruler;
  }

  /** What was drawn since the beginning, on a picture of this size. */
  finish({ width, height, paper, title, lang }: Canvas): Drawing {
    return {
      width: rounded(width),
      height: rounded(height),
      paper: paper === null ? null : this.ink(paper, 1),
      title,
      lang,
      looks: this.looks.all,
      types: this.types.all,
      clips: this.clips.all,
      groups: this.inOrder(),
    };
  }

  private inOrder() {
    const inked = this.groups.filter((group) => group.items.length > 0);
    const under = inked[0]?.id === null ? 1 : 0;
    return [...inked.slice(0, under), ...this.named, ...inked.slice(under)];
  }

  /** An outline by itself that only says what it is. */
  name(id: string, title: string, outline: string): void {
    const look = this.look({ fill: null, stroke: null, clip: null, shadow: null });
    if (outline !== "") this.named.push({ id, title, items: [{ path: [look, outline] }] });
  }

  about(id: string | null, title: string): void {
    const last = this.groups[this.groups.length - 1];
    this.filled = null;
    if (last === undefined || last.id !== id || last.title !== title)
      this.groups.push({ id, title, items: [] });
  }

  hatching(colour: string): string {
    return HATCHED + colour;
  }

  clip(): void {
    const { plain, text } = this.outline;
    const outer = this.clipped?.box ?? null;
    if (plain?.kind !== "rect" || plain.at[4] > 0) {
      this.clipTo(text === "" ? "M0 0" : text, null);
      return;
    }
    let [x0, y0, w, h] = plain.at;
    if (outer !== null) {
      const [right, bottom] = [Math.min(x0 + w, outer[2]), Math.min(y0 + h, outer[3])];
      [x0, y0] = [Math.max(x0, outer[0]), Math.max(y0, outer[1])];
      [w, h] = [Math.max(0, right - x0), Math.max(0, bottom - y0)];
    }
    const cut = new Outline();
    cut.rect(IDENTITY, x0, y0, w, h, [0]);
    this.clipTo(cut.text, [x0, y0, x0 + w, y0 + h]);
  }

  private clipTo(text: string, box: readonly [number, number, number, number] | null): void {
    this.clipped = { index: this.clips.number(text, () => text), box };
  }

  fill(path?: Path2D | CanvasFillRule): void {
    const paint = this.paint(this.fillStyle);
    if (paint === null) return;
    const look: Look = {
      fill: paint,
      stroke: null,
      clip: this.clipped?.index ?? null,
      shadow: this.shadow(),
    };
    const item = this.put(look, this.path(path));
    if (item !== null && look.shadow === null && !(path instanceof Object)) this.filled = { item, look };
  }

  stroke(path?: Path2D): void {
    const stroke = this.pen();
    if (stroke === null) return;
    if (this.filled !== null && path === undefined) {
      renumber(this.filled.item, this.look({ ...this.filled.look, stroke }));
      this.filled = null;
      return;
    }
    this.put(
      { fill: null, stroke, clip: this.clipped?.index ?? null, shadow: this.shadow() },
      this.path(path),
    );
  }

  fillRect(x: number, y: number, w: number, h: number): void {
    this.aside(x, y, w, h, () => this.fill());
  }

  strokeRect(x: number, y: number, w: number, h: number): void {
    this.aside(x, y, w, h, () => this.stroke());
  }

  /** A rectangle that leaves the path as it is. */
  private aside(x: number, y: number, w: number, h: number, draw: () => void): void {
    const { text, plain } = this.outline;
    this.beginPath();
    this.rect(x, y, w, h);
    draw();
    this.filled = null;
    this.outline.text = text;
    this.outline.plain = plain;
  }

  private path(path: Path2D | CanvasFillRule | undefined): Outline {
    if (path === undefined || typeof path === "string") return this.outline;
    const d = dataOf(path);
    if (d === null) throw new Error("An outline can be recorded only when outlineOf made it.");
    const outline = new Outline();
    outline.steps(this.matrix, stepsOf(d));
    return outline;
  }

  private put(look: Look, { plain, text, isEmpty }: Outline): Item | null {
    if (isEmpty) return null;
    const number = this.look(look);
    let item: Item;
    if (plain === null) item = { path: [number, text] };
    else if (plain.kind === "rect") {
      const [x, y, w, h, r] = plain.at;
      item = { rect: [number, rounded(x), rounded(y), rounded(w), rounded(h), rounded(r)] };
    } else item = { disc: [number, rounded(plain.at[0]), rounded(plain.at[1]), rounded(plain.at[2])] };
    this.add(item);
    return item;
  }

  private add(item: Item): void {
    if (this.groups.length === 0) this.about(null, "");
    this.groups[this.groups.length - 1]?.items.push(item);
  }

  private look(look: Look): number {
    return this.looks.number(JSON.stringify(look), () => look);
  }

  private paint(style: Fill): Paint | null {
    if (typeof style !== "string")
      throw new Error("A hatch is recorded by its colour, and nothing else is a pattern.");
    const hatched = style.startsWith(HATCHED);
    const ink = this.ink(hatched ? style.slice(HATCHED.length) : style, this.globalAlpha);
    if (ink === null) return null;
    if (!hatched) return { plain: ink };
    const { e, f } = this.matrix;
    return { hatch: [ink, Math.round(((((e + f) % 4) + 4) % 4) * 2) / 2] };
  }

  private pen(): Stroke | null {
    const color = typeof this.strokeStyle === "string" ? this.ink(this.strokeStyle, this.globalAlpha) : null;
    if (color === null) return null;
    const k = growth(this.matrix);
    return {
      color,
      width: rounded(this.lineWidth * k),
      dash: this.dash.map((it) => rounded(it * k)),
      round_cap: this.lineCap === "round",
      round_join: this.lineJoin === "round",
    };
  }

  private shadow(): Shadow | null {
    if (this.shadowBlur === 0 && this.shadowOffsetX === 0 && this.shadowOffsetY === 0) return null;
    const color = this.ink(this.shadowColor, this.globalAlpha);
    return color === null
      ? null
      : { color, blur: this.shadowBlur, dx: this.shadowOffsetX, dy: this.shadowOffsetY };
  }

  /** A colour as it is kept; `null` when nothing of it is seen. */
  private ink(css: string, alpha: number): string | null {
    const key = `${css}@${alpha}`;
    let known = this.colours.get(key);
    if (known === undefined) {
      const read = readColour(css) ?? readColour(this.ruler.colour(css)) ?? [0, 0, 0, 1];
      const [r, g, b, a] = read;
      known = a * alpha < INVISIBLE ? null : writeColour([r, g, b, a * alpha]);
      this.colours.set(key, known);
    }
    return known;
  }

  fillText(text: string, x: number, y: number): void {
    const { matrix: m, font } = this;
    const color = typeof this.fillStyle === "string" ? this.ink(this.fillStyle, this.globalAlpha) : null;
    if (color === null || text.trim() === "" || !Number.isFinite(x + y)) return;
    const [, weight = "400", size = "10"] = /^(?:(\d+) )?([\d.]+)px/u.exec(font) ?? [];
    const k = growth(m);
    const anchor = anchorOf(this.textAlign);
    const clip = this.clipped?.index ?? null;
    const setting: Setting = { size: rounded(Number(size) * k), weight: Number(weight), color, anchor, clip };
    const number = this.types.number(JSON.stringify(setting), () => setting);
    // Ordinary spaces at the ends are lost in XML, so they become distance.
    const words = text.replace(/^ +| +$/gu, "");
    const { width } = this.measureText(words);
    const before = text.startsWith(" ") ? this.measureText(/^ +/u.exec(text)?.[0] ?? "").width : 0;
    const after = words.length === text.length ? 0 : this.measureText(text).width - before - width;
    const left = x + (anchor === "start" ? before : anchor === "end" ? -after : (before - after) / 2);
    const base = y + Number(size) * drop(this.textBaseline);
    const place = [m.a * left + m.c * base + m.e, m.b * left + m.d * base + m.f] as const;
    const degrees = isPlain(m) ? 0 : rounded(turn(m));
    this.add({ text: [number, rounded(place[0]), rounded(place[1]), rounded(width * k), degrees, words] });
  }

  measureText(text: string): { readonly width: number } {
    const spacing = Number.parseFloat(this.letterSpacing) || 0;
    return { width: this.ruler.width(text, this.font) + spacing * text.length };
  }

  createPattern(): null {
    return null;
  }

  drawImage(): never {
    throw new Error("A picture is made of outlines and words; an image cannot be recorded.");
  }
}

function renumber(item: Item, look: number): void {
  const list =
    "rect" in item ? item.rect : "disc" in item ? item.disc : "path" in item ? item.path : item.text;
  if (list !== undefined) list[0] = look;
}

function anchorOf(align: CanvasTextAlign): Setting["anchor"] {
  if (align === "center") return "middle";
  return align === "right" || align === "end" ? "end" : "start";
}

/** How far below its given height a text's baseline lies, in parts of its size. */
function drop(baseline: CanvasTextBaseline): number {
  if (baseline === "middle") return (ASCENT - DESCENT) / 2;
  if (baseline === "top" || baseline === "hanging") return ASCENT;
  return baseline === "bottom" || baseline === "ideographic" ? -DESCENT : 0;
}
