/*
 * The map, mounted into an element: owns the drawing surface, the frame loop and the view; draws only when
 * something changed. Knows no records, no framework and no words of its own.
 */
import type { Drawing } from "../api/bindings";
import "./canvas.css";
import { ArrangeBar } from "./arrangeBar";
import { listen } from "./clipboard";
import { type MapCommand, obey } from "./commands";
import { cardShape, fonts } from "./draw/frame";
import { render } from "./draw/render";
import { TitleEditor } from "./editor";
import type { AddRequest, CanvasEvents } from "./events";
import { around, reveal, whole } from "./framing";
import { KeyInput } from "./keyboard";
import { KeyLink } from "./keyLink";
import { LinkEditor } from "./linkEditor";
import type { Ask } from "./linking";
import { endsOf, enter, lookAt, pointOut } from "./looking";
import { CARD_H, CARD_W, ZOOM_MAX, ZOOM_META } from "./measures";
import { Menu } from "./menu";
import { Mirror } from "./mirror";
import { MirrorButton } from "./mirrorButton";
import { mount } from "./mount";
import { offerKinds, requestAt } from "./notes/become";
import { beginNote, NoteEditor } from "./notes/editor";
import { forgetLines } from "./notes/layout";
import { offerLinks } from "./offerMenu";
import { paletteOf } from "./overlay/palette";
import { Overview } from "./overview";
import { PointerInput } from "./pointer";
import { drawMap, extentOf, type Foot, type Part, screenRuler, typefaceReady, type Wish } from "./record";
import type { CardKind, Scene } from "./scene";
import { Stage } from "./stage";
import { readTheme, themeNamed, watchTheme } from "./theme";
import { TitleBreaker } from "./titles";
import { Trail } from "./trail";
import {
  type Box,
  CAMERA,
  fitBox,
  type Size,
  steppedZoom,
  toWorld,
  type View,
  visible,
  zoomAt,
} from "./view";
import type { CanvasWords } from "./words";

export interface CanvasOptions extends CanvasEvents {
  readonly words: CanvasWords;
  /** Nothing can be changed, only looked at. */
  readonly readOnly?: boolean;
  /** Told with every picture: the view that it shows. */
  onPaint?(view: View): void;
  /** Told after every picture: milliseconds it took on this thread. For the benchmark. */
  onFrame?(milliseconds: number): void;
  /** The small map with zoom controls; shown unless told otherwise. */
  readonly overview?: boolean;
}

export interface CanvasHandle {
  setScene(scene: Scene): void;
  /** Ids of cards and links; does not call back. */
  setSelection(ids: Iterable<string>): void;
  /** Shows everything, never larger than life. */
  fit(gently?: boolean): void;
  /** One step nearer or farther, about the middle. */
  zoom(step: 1 | -1): void;
  /** The view a map opens with: from the top, large enough to read, whole if that fits. */
  home(): void;
  /** Shows these cards, links or ghosts; stays where it is when they can be read already. */
  zoomTo(ids: Iterable<string>, gently?: boolean): void;
  /** Starts editing the title of a card; false when it is not on the map. */
  edit(id: string): boolean;
  /** Does what a button or the palette asks. */
  run(command: MapCommand): void;
  /** A free place for a card of a kind, where somebody looks. */
  roomFor(kind: CardKind): AddRequest;
  /** Points a card out without selecting it, in sight and large enough to read; nothing for `null`. */
  mark(id: string | null): void;
  /** The part of the world in sight, and the one around cards; null where none of them is there. */
  seen(): Box;
  around(ids: Iterable<string>): Box | null;
  /** Flies to a part of the world and shows it whole. */
  look(box: Box): void;
  getView(): View;
  setView(view: View): void;
  /** What the map shows, for a picture; drawn once the typeface can be measured. */
  picture(wish: Wish): Promise<Drawing>;
  /** How large a picture of a part is, in units, with what stands below it. */
  extent(part: Part, foot: Foot | null): Size;
  focus(): void;
  destroy(): void;
}

/** How long the view must rest before it is told outside. */
const REST = 120;

export function createCanvas(host: HTMLElement, options: CanvasOptions): CanvasHandle {
  const { root, surface, canvas } = mount(host);
  const context = canvas.getContext("2d", { alpha: false });
  const titleRuler = document.createElement("canvas").getContext("2d");
  const textRuler = document.createElement("canvas").getContext("2d");

  const calm = matchMedia("(prefers-reduced-motion: reduce)");
  let frame = 0;
  let resting = 0;
  let alive = true;

  const schedule = (): void => {
    if (frame === 0 && alive) frame = requestAnimationFrame(paint);
  };
  const stage = new Stage({
    theme: readTheme(surface),
    titles: new TitleBreaker((text) => titleRuler?.measureText(text).width ?? text.length * 6.5),
    texts: new TitleBreaker((text) => textRuler?.measureText(text).width ?? text.length * 6.3),
    words: options.words,
    events: options,
    readOnly: options.readOnly ?? false,
    stillness: () => calm.matches,
    schedule,
  });

  const viewed = (): void => {
    clearTimeout(resting);
    resting = window.setTimeout(() => {
      trail.rest(stage.heading, stage.size);
      options.onView?.(stage.view);
    }, REST);
  };
  const fitAll = (gently: boolean): void => {
    stage.show(whole(stage, 0), gently);
    viewed();
  };
  const zoom = (step: 1 | -1): void => {
    const middle = { x: stage.size.w / 2, y: stage.size.h / 2 };
    stage.show(zoomAt(stage.heading, middle, steppedZoom(stage.heading.zoom, step)), true);
    viewed();
  };
  const trail = new Trail();
  const run = (command: MapCommand): void => obey(stage, trail, viewed, newNote, command);
  const travel = (step: 1 | -1): void => run(step < 0 ? "back" : "forward");
  const back = (): void => surface.focus({ preventScroll: true });
  const mirror = new Mirror(surface, stage);
  const editor = new TitleEditor(root, stage, back);
  const linkEditor = new LinkEditor(root, stage, back);
  const menu = new Menu(root, stage, back);
  const ask: Ask = (kinds, at) => offerLinks(menu, stage, kinds, at);
  const notes = new NoteEditor(root, stage, back);
  const newNote = (): void => beginNote(stage, notes);
  const become = (): boolean => offerKinds(menu, stage);
  const keyLink = new KeyLink(stage, ask, () => mirror.update());
  const bar = new ArrangeBar(root, stage, {
    arrange: run,
    duplicate: () => run("duplicate"),
    lock: () => run("lock"),
    paper: (paper) => {
      notes.use(paper);
      options.onPaper?.(
        [...stage.selection].filter((id) => stage.space.note(stage.space.index.get(id) ?? -1) !== undefined),
        paper,
      );
    },
    become: () => become(),
    back,
  });
  const side = new MirrorButton(root, stage, () => run("mirror"));
  const unlisten = listen(surface, stage);
  const enterGroup = (group: number): void => {
    enter(stage, group);
    mirror.update();
    viewed();
  };
  const editLink = (id: string): boolean => linkEditor.open(id);
  const overview =
    options.overview === false ? null : new Overview(root, stage, { zoom, fit: () => fitAll(true), viewed });
  const edit = (box: number): void => {
    reveal(stage, box);
    editor.open(box);
  };
  const pointer = new PointerInput(surface, stage, {
    edit,
    editLink,
    enter: enterGroup,
    writeNote: (box) => notes.open(box),
    newNote: (at) => notes.begin(at, null),
    leaveLink: () => keyLink.end(),
    ask,
    travel,
    viewed,
  });
  const keys = new KeyInput(surface, stage, {
    edit,
    editLink,
    travel,
    frameSelection: () => run("frameSelection"),
    life: () => run("life"),
    duplicate: () => run("duplicate"),
    lock: () => run("lock"),
    newNote,
    writeNote: (box) => {
      reveal(stage, box);
      notes.open(box);
    },
    become,
    mirror: () => run("mirror"),
    link: keyLink,
    enter: enterGroup,
    viewed,
    fit: () => fitAll(true),
    cancelGesture: () => pointer.cancel(),
    cursorMoved: () => mirror.update(),
  });

  /** Fields follow what they are about, and end where it was taken away. */
  function placeEditors(): void {
    if (editor.active) editor.place();
    if (linkEditor.active) linkEditor.place();
    if (notes.active) notes.place();
  }

  function paint(now: number): void {
    frame = 0;
    if (context === null || !alive) return;
    const start = performance.now();
    const moving = stage.tick(now);
    render(stage, context);
    const leading = stage.leadOn();
    overview?.update();
    placeEditors();
    bar.update(moving);
    options.onPaint?.(stage.view);
    options.onFrame?.(performance.now() - start);
    if (moving || leading) schedule();
    else mirror.place();
  }

  /** Sizes the drawing to the device's own pixels. */
  function resize(): void {
    const box = surface.getBoundingClientRect();
    const dpr = window.devicePixelRatio || 1;
    // Where a unit is larger than a pixel of the page, all is drawn larger and as crisp.
    const unit = stage.theme.unit ?? 1;
    stage.size = { w: box.width / unit, h: box.height / unit };
    stage.dpr = dpr * unit;
    const w = Math.max(1, Math.round(box.width * dpr));
    const h = Math.max(1, Math.round(box.height * dpr));
    if (canvas.width !== w || canvas.height !== h) {
      canvas.width = w;
      canvas.height = h;
      // A resized drawing is blank until painted: do it in this same frame, or it flickers.
      paint(performance.now());
    }
    schedule();
  }

  function measureAgain(): void {
    if (titleRuler !== null) titleRuler.font = `550 12px ${stage.theme.font}`;
    if (textRuler !== null) textRuler.font = `400 12px ${stage.theme.font}`;
    stage.titles.clear();
    stage.texts.clear();
    forgetLines(stage.texts);
    stage.space.measure();
    schedule();
  }

  function retheme(): void {
    stage.theme = readTheme(surface);
    stage.palette = paletteOf(stage.space.scene.overlay?.kind ?? null, stage.theme);
    stage.hatch.clear();
    stage.under.flagged();
    resize();
    measureAgain();
    overview?.redraw();
  }

  const observer = new ResizeObserver(resize);
  observer.observe(surface);
  const unwatch = watchTheme(retheme);
  measureAgain();
  resize();
  // Widths measured before the bundled font arrived are wrong.
  const f = fonts(stage.theme, cardShape(1));
  void Promise.all([f.titleFont, f.metaFont, f.markFont].map((font) => document.fonts.load(font))).then(
    () => {
      if (alive) measureAgain();
    },
  );

  return {
    setScene(scene) {
      const wasEmpty = stage.space.ghostStart === 0;
      const turned = stage.space.scene.axis !== scene.axis || stage.space.scene.mirrored !== scene.mirrored;
      stage.setScene(scene);
      if (keyLink.active) keyLink.follow();
      placeEditors();
      side.update();
      // The first cards of a map come into view by themselves; later ones never move it, unless all of it turned.
      if ((wasEmpty && stage.space.ghostStart > 0) || (turned && !wasEmpty)) {
        stage.show(whole(stage, ZOOM_META), false);
        stage.settle();
      }
      mirror.update();
    },
    setSelection(ids) {
      const before = stage.selection;
      stage.selection = new Set(ids);
      // Whoever was led to one card from elsewhere stands on it, not on what was in the middle.
      const [led] = stage.selection;
      const box = led === undefined || before.has(led) ? undefined : stage.space.index.get(led);
      if (stage.selection.size === 1 && box !== undefined) stage.cursor = box;
      mirror.update();
      schedule();
    },
    fit(gently = true) {
      fitAll(gently);
      if (!gently) stage.settle();
    },
    home() {
      stage.show(whole(stage, ZOOM_META), false);
      stage.settle();
      viewed();
    },
    run,
    roomFor(kind) {
      const { view, size } = stage;
      const { x, y } = toWorld(view, { x: size.w / 2, y: size.h / 2 });
      return requestAt(stage, kind, { x: x - CARD_W / 2, y: y - CARD_H / 2 });
    },
    mark(id) {
      pointOut(stage, id);
      viewed();
      mirror.update();
      schedule();
    },
    zoom,
    zoomTo(ids, gently = true) {
      if (lookAt(stage, ids, gently)) viewed();
    },
    edit(id) {
      const box = stage.space.index.get(id);
      if (box === undefined || box >= stage.space.cardCount) return false;
      edit(box);
      return true;
    },
    seen: () => visible(stage.heading, stage.size),
    around: (ids) => around(stage.space, endsOf(stage, ids)),
    look(box) {
      stage.show(fitBox(box, stage.size, CAMERA, ZOOM_MAX), true);
      viewed();
    },
    getView: () => stage.view,
    setView(view) {
      stage.show(view, false);
      stage.settle();
    },
    extent: (part, foot) => extentOf(stage, part, foot),
    async picture(wish) {
      await typefaceReady(stage.theme.font);
      const { space, selection, view, size } = stage;
      const shown = { scene: space.scene, selection, view, size, words: stage.words };
      const theme = wish.colours === "shown" ? stage.theme : themeNamed(surface, wish.colours);
      return drawMap(shown, wish, theme, screenRuler());
    },
    focus: () => surface.focus({ preventScroll: true }),
    destroy() {
      alive = false;
      cancelAnimationFrame(frame);
      clearTimeout(resting);
      observer.disconnect();
      unwatch();
      keys.destroy();
      pointer.destroy();
      editor.close(false);
      linkEditor.close(false);
      menu.close();
      notes.close(true);
      side.destroy();
      unlisten();
      bar.destroy();
      stage.under.destroy();
      overview?.destroy();
      mirror.destroy();
      root.remove();
    },
  };
}
