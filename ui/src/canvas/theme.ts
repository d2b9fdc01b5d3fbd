/*
 * The engine's colours, read from the design tokens (CSS custom properties), so that no colour is written here.
 * Read again when the theme changes; under forced colours the system's own colours take over.
 */
import type { NotePaper } from "../api/bindings";
import type { Level, Severity, Status } from "./scene";

/** The paper of a note, its edge, and what is written on it. */
export interface NoteColours {
  readonly paper: string;
  readonly edge: string;
  readonly ink: string;
  readonly quiet: string;
}

export interface Theme {
  readonly paper: string;
  readonly surface: string;
  readonly ink1: string;
  readonly ink2: string;
  readonly ink3: string;
  readonly line: string;
  readonly line2: string;
  readonly hatch: string;
  readonly track: string;
  readonly onInk: string;
  readonly thread: string;
  readonly threadSoft: string;
  readonly shade: string;
  readonly level: Readonly<Record<Level, string>>;
  readonly tint: Readonly<Record<Level, string>>;
  readonly status: Readonly<Record<Status, string>>;
  readonly bar: Readonly<Record<Status, string>>;
  readonly severity: Readonly<Record<Severity, string>>;
  readonly onSeverity: string;
  /** Ladder 0 (unlinked) to 5 (proven). */
  readonly ladder: readonly [string, string, string, string, string, string];
  readonly note: Readonly<Record<NotePaper, NoteColours>>;
  /** Eight categories and all others. */
  readonly categories: readonly string[];
  /** What labels on lines lie on, where it is not the lane. */
  readonly plate?: string;
  readonly font: string;
  /** Pixels of the page for one unit at zoom 1: more than one where a room reads from afar. */
  readonly unit?: number;
  readonly dark: boolean;
  /** The person's own few colours are drawn with: what is told by shades alone must be told otherwise. */
  readonly forced?: boolean;
}

export function readTheme(host: Element): Theme {
  const css = getComputedStyle(host);
  const forced = matchMedia("(forced-colors: active)").matches;
  const systems = forced ? systemColours(host) : null;
  const token = (name: string, system: string): string =>
    systems?.(system) ?? (css.getPropertyValue(`--${name}`).trim() || system);
  const level = (n: Level): string => token(`v${n}`, "CanvasText");
  const tint = (n: Level): string => token(`v${n}t`, "Canvas");
  const paper = token("paper", "Canvas");
  const note = (name: NotePaper): NoteColours => ({
    paper: token(`note-${name}`, "Canvas"),
    edge: token(`note-${name}-edge`, "CanvasText"),
    ink: token("note-ink", "CanvasText"),
    quiet: token("note-quiet", "CanvasText"),
  });
  return {
    paper,
    surface: token("surface", "Canvas"),
    ink1: token("ink1", "CanvasText"),
    ink2: token("ink2", "CanvasText"),
    ink3: token("ink3", "CanvasText"),
    line: token("line", "CanvasText"),
    line2: token("line2", "CanvasText"),
    hatch: token("hatch", "CanvasText"),
    track: token("track", "Canvas"),
    onInk: token("on-ink", "Canvas"),
    thread: token("thread", "Highlight"),
    threadSoft: token("thread-soft", "Highlight"),
    shade: token("shade", "transparent"),
    level: { 1: level(1), 2: level(2), 3: level(3), 4: level(4), 5: level(5), 6: level(6) },
    tint: { 1: tint(1), 2: tint(2), 3: tint(3), 4: tint(4), 5: tint(5), 6: tint(6) },
    status: {
      ok: token("ok", "CanvasText"),
      risk: token("risk", "CanvasText"),
      off: token("off", "CanvasText"),
      unknown: token("ink3", "CanvasText"),
    },
    bar: {
      ok: token("ok-bar", "CanvasText"),
      risk: token("risk-bar", "CanvasText"),
      off: token("off-bar", "CanvasText"),
      unknown: token("ink3", "GrayText"),
    },
    severity: {
      high: token("sevH", "CanvasText"),
      medium: token("sevM", "CanvasText"),
      low: token("sevL", "CanvasText"),
    },
    onSeverity: token("on-sev", "Canvas"),
    ladder: [
      token("ladder0", "Canvas"),
      token("g1", "GrayText"),
      token("g2", "GrayText"),
      token("g3", "CanvasText"),
      token("g4", "CanvasText"),
      token("g5", "CanvasText"),
    ],
    note: {
      sand: note("sand"),
      rose: note("rose"),
      sky: note("sky"),
      mint: note("mint"),
      grey: note("grey"),
    },
    categories: [1, 2, 3, 4, 5, 6, 7, 8, 9].map((n) => token(`c${n}`, "CanvasText")),
    font: css.getPropertyValue("--font").trim() || "system-ui, sans-serif",
    unit: Number(css.getPropertyValue("--unit")) || 1,
    dark: css.getPropertyValue("color-scheme").includes("dark"),
    forced,
  };
}

/**
 * The system's colours as the page has them: a drawing by itself would take those of another scheme, white where all
 * around it is black.
 */
function systemColours(host: Element): (name: string) => string {
  const probe = document.createElement("i");
  host.append(probe);
  const css = getComputedStyle(probe);
  const known = new Map<string, string>();
  for (const name of ["Canvas", "CanvasText", "GrayText", "Highlight"]) {
    probe.style.color = name;
    known.set(name, css.color || name);
  }
  probe.remove();
  return (name) => known.get(name) ?? name;
}

/** The colours of one theme, whatever the screen shows; `room` gives the measures that are read from afar. */
export function themeNamed(host: Element, name: "light" | "dark", room = false): Theme {
  const probe = document.createElement("div");
  probe.dataset.theme = name;
  if (room) probe.dataset.room = "";
  probe.hidden = true;
  host.append(probe);
  const theme = readTheme(probe);
  probe.remove();
  return theme;
}

/** Calls back whenever the tokens may have changed. Returns the function that stops watching. */
export function watchTheme(changed: () => void): () => void {
  const queries = ["(prefers-color-scheme: dark)", "(forced-colors: active)", "(prefers-contrast: more)"].map(
    (q) => matchMedia(q),
  );
  for (const query of queries) query.addEventListener("change", changed);
  const observer = new MutationObserver(changed);
  observer.observe(document.documentElement, {
    attributes: true,
    attributeFilter: ["data-theme", "data-room", "class", "style"],
  });
  return () => {
    for (const query of queries) query.removeEventListener("change", changed);
    observer.disconnect();
  };
}
