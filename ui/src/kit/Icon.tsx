/*
 * The icons of the frame, drawn on 16 × 16, and the glyphs of the kinds, drawn on 14 × 14.
 * Icons are decoration: the control around them carries the name.
 */
import { GLYPHS } from "./glyphs.ts";

const ICONS = {
  map: "M6.5 1.8h3a.8.8 0 0 1 .8.8v1.6a.8.8 0 0 1-.8.8h-3a.8.8 0 0 1-.8-.8V2.6a.8.8 0 0 1 .8-.8M2.4 11h3a.8.8 0 0 1 .8.8v1.6a.8.8 0 0 1-.8.8h-3a.8.8 0 0 1-.8-.8v-1.6a.8.8 0 0 1 .8-.8M10.6 11h3a.8.8 0 0 1 .8.8v1.6a.8.8 0 0 1-.8.8h-3a.8.8 0 0 1-.8-.8v-1.6a.8.8 0 0 1 .8-.8M8 5v2.6M3.9 11c0-2.4 4.1-1 4.1-3.4 0 2.4 4.1 1 4.1 3.4",
  table:
    "M3.4 2.6h9.2A1.4 1.4 0 0 1 14 4v8a1.4 1.4 0 0 1-1.4 1.4H3.4A1.4 1.4 0 0 1 2 12V4a1.4 1.4 0 0 1 1.4-1.4M2 6.2h12M2 9.8h12M6.4 6.2v7.2",
  findings: "M8 1.8 14.2 8 8 14.2 1.8 8zM8 5.4v3M8 10.5v.1",
  standing: "M2 13.4h12M2.4 13.4v-3h3v3M6.5 13.4V7.2h3v6.2M10.6 13.4V3.4h3v10",
  sources: "M8 2v7.4M5 6.8 8 9.8l3-3M2.4 10.6v2.2c0 .6.4 1 1 1h9.2c.6 0 1-.4 1-1v-2.2",
  indicators: "M2 13.4h12M4 13V9.4M7.4 13V5.6M10.8 13V8M13.4 3.4 9.8 2M3 6.4l4.2-4 3.2 2.4",
  decisions: "M8 2v3.4M8 5.4 4 9.2M8 5.4l4 3.8M2.2 9.4h3.6v3.6H2.2zM10.2 9.4h3.6v3.6h-3.6z",
  matrix: "M2.4 2.4h11.2v11.2H2.4zM6.1 2.4v11.2M9.9 2.4v11.2M2.4 6.1h11.2M2.4 9.9h11.2M7.4 8h1.2",
  outline: "M2.4 3.4h4.2M2.4 3.4v9.2h3.2M2.4 8h3.2M8.2 8h5.4M8.2 12.6h5.4M9.2 3.4h4.4",
  history: "M2.4 8a5.6 5.6 0 1 0 1.9-4.2M2.6 2.4v2.8h2.8M8 5v3.2l2.2 1.5",
  page: "M3.6 1.8h6l3 3v9.4H3.6zM9.4 1.8v3.2h3.2M6 8.4h4M6 11h4",
  down: "m4.6 6.4 3.4 3.4 3.4-3.4",
  up: "m4.6 9.6 3.4-3.4 3.4 3.4",
  layers: "M8 2 14 5.2 8 8.4 2 5.2zM2.4 8.2 8 11.2l5.6-3M2.4 11 8 14l5.6-3",
  right: "m6.4 4.6 3.4 3.4-3.4 3.4",
  undo: "M5.6 3 2.6 6l3 3M2.8 6h6.4a3.8 3.8 0 0 1 0 7.6H6",
  redo: "m10.4 3 3 3-3 3M13.2 6H6.8a3.8 3.8 0 0 0 0 7.6H10",
  search: "M2.6 7a4.4 4.4 0 1 0 8.8 0a4.4 4.4 0 1 0-8.8 0M10.4 10.4l3.4 3.4",
  filter: "M2.4 4h11.2M4.6 8h6.8M6.8 12h2.4",
  tick: "m3 8.6 3.2 3.2L13 4.6",
  minus: "M3.4 8h9.2",
  plus: "M8 3.4v9.2M3.4 8h9.2",
  fit: "M2.4 5.6V2.4h3.2M10.4 2.4h3.2v3.2M13.6 10.4v3.2h-3.2M5.6 13.6H2.4v-3.2",
  pin: "M6 2h4l-.4 4.4 2.2 2.2H4.2l2.2-2.2zM8 8.6V14",
  close: "m4 4 8 8M12 4l-8 8",
  more: "M3.4 8h.1M8 8h.1M12.6 8h.1",
  menu: "M2.6 4.4h10.8M2.6 8h10.8M2.6 11.6h10.8",
  open: "M2 12.4V4.2c0-.6.4-1 1-1h3l1.4 1.6H13c.6 0 1 .4 1 1v6.6c0 .5-.4.9-1 .9H3c-.6 0-1-.4-1-.9",
  remove: "M3 4.4h10M6.4 4.2V2.8h3.2v1.4M4.4 4.6l.6 8.6h6l.6-8.6M6.8 7v3.8M9.2 7v3.8",
  link: "M6.8 9.2 9.2 6.8M7.2 4.8l1.3-1.3a2.8 2.8 0 0 1 4 4l-1.3 1.3M8.8 11.2l-1.3 1.3a2.8 2.8 0 0 1-4-4l1.3-1.3",
  help: "M1.8 8a6.2 6.2 0 1 0 12.4 0a6.2 6.2 0 1 0-12.4 0M6.2 6.4A1.9 1.9 0 1 1 8 8.6v.6M8 11.4v.1",
  target: "M2.2 8a5.8 5.8 0 1 0 11.6 0a5.8 5.8 0 1 0-11.6 0M8 1v2.6M8 12.4V15M1 8h2.6M12.4 8H15",
  lock: "M4 7.2h8v6.2H4zM5.6 7V5a2.4 2.4 0 0 1 4.8 0v2",
  copy: "M5.6 5.6h7.8v7.8H5.6zM10.4 5.4V2.6H2.6v7.8h2.8",
  settings:
    "M2.4 4.6h6M11.6 4.6h2M8.4 4.6a1.6 1.6 0 1 0 3.2 0a1.6 1.6 0 1 0-3.2 0M2.4 11.4h2M7.6 11.4h6M4.4 11.4a1.6 1.6 0 1 0 3.2 0a1.6 1.6 0 1 0-3.2 0",
  edit: "m10.8 2.6 2.6 2.6-7.6 7.6-3.2.6.6-3.2zM9.2 4.2l2.6 2.6",
  panel: "M2 3h12v10H2zM9.6 3v10",
  present: "M2 2.8h12M3 2.8v7.4h10V2.8M8 10.2v3.4M5.6 13.6h4.8M6.9 4.9v3.2l2.6-1.6z",
  grip: "M6 4h.1M10 4h.1M6 8h.1M10 8h.1M6 12h.1M10 12h.1",
  left: "m9.6 4.6-3.4 3.4 3.4 3.4",
} as const;

export type IconName = keyof typeof ICONS;

/** An icon of 16 pixels in the colour of the text around it. */
export function Icon({ name, className }: { name: IconName; className?: string }) {
  return (
    <svg className={className ? `icon16 ${className}` : "icon16"} viewBox="0 0 16 16" aria-hidden="true">
      <path d={ICONS[name]} strokeWidth={name === "more" || name === "grip" ? 2.2 : undefined} />
    </svg>
  );
}

/** Level 1 (why) to 6 (ground) of a kind; 0 for what stands around the line. */
const LEVELS: Record<keyof typeof GLYPHS, 0 | 1 | 2 | 3 | 4 | 5 | 6> = {
  driver: 1,
  priority: 2,
  objective: 2,
  outcome: 3,
  change: 3,
  capability: 4,
  initiative: 5,
  system: 6,
  team: 6,
  indicator: 0,
  assumption: 0,
  decision: 0,
  person: 0,
  term: 0,
};

export type GlyphKind = keyof typeof GLYPHS;

/** The class that gives an element's surroundings the hue of its level. */
export function levelClass(kind: GlyphKind): string {
  return `lv${LEVELS[kind]}`;
}

/** The glyph of a kind of element. */
export function KindGlyph({ kind, hued = false }: { kind: GlyphKind; hued?: boolean }) {
  const glyph: { d: string; dot?: string; weight?: number } = GLYPHS[kind];
  return (
    <svg
      className={hued ? `glyph ${levelClass(kind)}` : "glyph"}
      viewBox="0 0 14 14"
      aria-hidden="true"
      style={hued ? { color: "var(--h)" } : undefined}
    >
      <path d={glyph.d} strokeWidth={glyph.weight} />
      {glyph.dot ? <path d={glyph.dot} fill="currentColor" stroke="none" /> : null}
    </svg>
  );
}
