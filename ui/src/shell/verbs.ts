/* What the actions of the frame do, given the open portfolio and what the frame shows. */
import type { Dispatch, RefObject, SetStateAction } from "react";
import type { Canvas, ElementKind } from "../api/index.ts";
import type { OverlayKind } from "../canvas/index.ts";
import { newId } from "../model/id.ts";
import { isOnMap } from "../model/kinds.ts";
import type { Retrace } from "../model/retrace.ts";
import type { Selection } from "../model/selection.ts";
import type { Store } from "../model/store.ts";
import type { Desk } from "../panels/desk.tsx";
import { withWayBack } from "../panels/removal.ts";
import type { Words } from "../words/index.ts";
import type { Verbs, View } from "./actions.ts";
import { canvasVerbs } from "./canvasVerbs.ts";
import type { Frames } from "./frames/useFrames.ts";
import type { MapHandle } from "./MapView.tsx";
import type { Overlay } from "./Overlays.tsx";
import { askExport, askNew, askOpen, askSnapshot, askSpreadsheet } from "./questions.ts";
import { removalNews, removalOf } from "./removal.ts";
import type { Session } from "./session.ts";
import { takeKeyboard } from "./showing.ts";
import type { Sight } from "./sight.ts";
import { crossOver, toOutline } from "./spoken.ts";
import { stepWords } from "./steps.ts";

export interface Means {
  session: Session;
  store: Store;
  /** Steps of this window, with what is selected around them. */
  retrace: Retrace;
  selection: Selection;
  words: Words;
  desk: Desk;
  map: RefObject<MapHandle | null>;
  sight: Sight;
  /** The canvas in sight. */
  canvas: Canvas | null;
  setView: (view: View) => void;
  setOverlay: (overlay: Overlay) => void;
  setBeside: Dispatch<SetStateAction<Beside>>;
  setNews: (text: string) => void;
  onFind: () => void;
  frames: Pick<Frames, "add" | "toggle">;
  onOverlay: (kind: OverlayKind | null) => void;
}

/** What stands beside the canvas. */
export type Beside = "findings" | "outline" | null;

/** How many frames a view may take to stand. */
const FRAMES = 60;

export function makeVerbs(means: Means): Verbs {
  const { session, store, retrace, selection, words, desk, map } = means;

  async function travel(which: "undo" | "redo"): Promise<void> {
    const label = store.state.steps[which];
    if (label === null) {
      session.tell(words.say(which === "undo" ? "told.nothingToUndo" : "told.nothingToRedo"));
      return;
    }
    const changed = await session.attempt(which === "undo" ? retrace.undo() : retrace.redo());
    // The answer names the step that was travelled; another window may have made it since this one was drawn.
    const done = changed?.steps[which === "undo" ? "redo" : "undo"] ?? label;
    const said = which === "undo" ? "told.undone" : "told.redone";
    if (changed !== null) means.setNews(words.say(said, { what: stepWords(words, done) }));
  }

  /** Each is undone by itself, so that redo goes through them again; a refusal stops where it is. */
  async function takeBack(count: number): Promise<void> {
    for (let done = 0; done < count; done += 1) {
      if ((await session.attempt(retrace.undo())) === null) return;
    }
    session.tell(words.say("told.takenBack", { count }), words.say("told.takenBackHint"));
  }

  async function add(kind: ElementKind): Promise<void> {
    if (isOnMap(kind)) {
      means.setView("map");
      requestAnimationFrame(() => void map.current?.add(kind));
      return;
    }
    const id = newId();
    const title = words.say("map.newTitle", { kind });
    const changed = await desk.edit({ type: "add_element", id, kind, title, spot: null });
    if (changed === null) return;
    means.setView("map");
    selection.set([id]);
  }

  /** From the portfolio, or only from a canvas that shows what somebody put there. */
  async function remove(from: Canvas | undefined): Promise<void> {
    const { portfolio } = store.state;
    const { text, hint } = removalNews(words, portfolio, from, selection.ids());
    await withWayBack(desk, removalOf(portfolio, from, selection.ids()), text, hint);
  }

  async function tidy(): Promise<void> {
    const changed = await desk.edit({ type: "tidy", canvas: means.canvas?.id ?? "" });
    if (changed !== null) means.setNews(words.say("spoken.tidied", { count: changed.diff.changes.length }));
  }

  /** The map must stand before it can be asked. */
  function placeSoon(frames: number): void {
    if (map.current?.run("placeHere") === true) takeKeyboard();
    else if (frames > 0) requestAnimationFrame(() => placeSoon(frames - 1));
  }

  return {
    ...canvasVerbs(means),
    undo: () => void travel("undo"),
    redo: () => void travel("redo"),
    takeBack: (count) => void takeBack(count),
    go: (view) => {
      means.setView(view);
      takeKeyboard();
    },
    add: (kind) => void add(kind),
    remove: () => void remove(undefined),
    takeOff: () => void remove(means.canvas ?? undefined),
    tidy: () => void tidy(),
    fit: () => map.current?.fit(),
    zoom: (step) => map.current?.zoom(step),
    onMap: (command) => void map.current?.run(command),
    placeHere: () => {
      means.setView("map");
      placeSoon(FRAMES);
    },
    findOnMap: means.onFind,
    beside: crossOver,
    overlay: means.onOverlay,
    toggleFindings: () => means.setBeside((beside) => (beside === "findings" ? null : "findings")),
    toggleOutline: () => {
      means.setBeside((beside) => (beside === "outline" ? null : "outline"));
      toOutline();
    },
    showFinding: (finding) => desk.showFindings({ finding }),
    findingsOf: () => desk.showFindings({ about: selection.ids() }),
    importFile: () => void askSpreadsheet(session),
    newPortfolio: () => void askNew(session),
    newWindow: () => void session.attempt(session.host.newWindow()),
    openPortfolio: () => void askOpen(session),
    closePortfolio: () => void session.close(),
    snapshot: () => void askSnapshot(session, store.state.portfolio.settings.title),
    exportData: () => void askExport(session, store.state.portfolio.settings.title),
    frame: means.frames.add,
    frames: means.frames.toggle,
    present: () => means.setOverlay("present"),
    picture: () => means.setOverlay("picture"),
    palette: () => means.setOverlay("palette"),
    filter: () => means.setOverlay("filter"),
    asOf: () => means.setOverlay("as-of"),
    help: () => means.setOverlay("help"),
    about: () => means.setOverlay("about"),
    saved: () => session.tell(words.say("action.saved")),
  };
}
