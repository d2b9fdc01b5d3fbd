/*
 * The map, mounted into an element: owns the drawing surface, the frame loop and the view; draws only when
 * something changed. Knows no records, no framework and no words of its own.
 */
import "./canvas.css";
import { ArrangeBar } from "./arrangeBar";
import { boxesOver } from "./clear";
import { listen, targetOf } from "./clipboard";
import { type MapCommand, obey } from "./commands";
import { cardShape, fonts } from "./draw/frame";
import { KeptGround } from "./draw/kept";
import { render } from "./draw/render";
import { TitleEditor } from "./editor";
import { around, framed, reveal } from "./framing";
import { Ahead } from "./groups/ahead";
import type { CanvasHandle, CanvasOptions } from "./handle";
import { Incoming } from "./incoming";
import { KeyInput } from "./keyboard";
import { KeyLink } from "./keyLink";
import { LinkEditor } from "./linkEditor";
import { type Ask, linkGround, settling } from "./linking";
import { endsOf, enter, lookAt, pointOut } from "./looking";
import { MapOverview } from "./mapOverview";
import { CARD_H, CARD_W } from "./measures";
import { Menu } from "./menu";
import { Mirror } from "./mirror";
import { MirrorButton } from "./mirrorButton";
import { offerKinds, requestAt } from "./notes/become";
import { beginNote, NoteEditor } from "./notes/editor";
import { forgetLines } from "./notes/layout";
import { offerLinks } from "./offerMenu";
import { paletteOf } from "./overlay/palette";
import { Overview } from "./overview";
import { PATIENT, pictureOf } from "./picture";
import { PointerInput } from "./pointer";
import { extentOf } from "./record";
import { Sheet } from "./sheet";
import { Stage } from "./stage";
import { readTheme } from "./theme";
import { Trail } from "./trail";
import { toWorld, visible } from "./view";
import { Viewing } from "./viewing";

export function createCanvas(host: HTMLElement, options: CanvasOptions): CanvasHandle {
  const sheet = new Sheet(host, "", paint);
  const { root, surface, schedule } = sheet;
  const stage = new Stage({
    theme: readTheme(surface),
    titles: sheet.titles,
    texts: sheet.texts,
    words: options.words,
    events: options,
    readOnly: options.readOnly ?? false,
    stillness: sheet.stillness,
    schedule,
  });

  const kept = new KeptGround();
  const ahead = new Ahead(stage);
  const trail = new Trail();
  const eye = new Viewing(stage, trail, (view) => options.onView?.(view));
  const viewed = (): void => eye.viewed();
  const run = (command: MapCommand): void => obey(stage, trail, viewed, newNote, command);
  const travel = (step: 1 | -1): void => run(step < 0 ? "back" : "forward");
  const back = sheet.focus;
  const mirror = new Mirror(surface, stage);
  const editor = new TitleEditor(root, stage, back);
  const linkEditor = new LinkEditor(root, stage, back);
  const menu = new Menu(root, stage, back);
  const titleOf = (id: string): string | null =>
    stage.space.card(stage.space.index.get(id) ?? -1)?.title ?? null;
  const ask: Ask = (kinds, at) => offerLinks(menu, settling(stage), titleOf, kinds, at);
  const notes = new NoteEditor(root, stage, back);
  const newNote = (): void => beginNote(stage, notes);
  const become = (): boolean => offerKinds(menu, stage);
  const keyLink = new KeyLink(linkGround(stage, ask, () => mirror.update()));
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
  const incoming = new Incoming(surface, stage, viewed);
  const enterGroup = (group: number): void => {
    enter(stage, group);
    mirror.update();
    viewed();
  };
  const editLink = (id: string): boolean => linkEditor.open(id);
  const overview =
    options.overview === false ? null : new Overview(root, new MapOverview(stage, viewed), eye);
  stage.over = () =>
    boxesOver(surface, [...(overview?.elements ?? []), ...(options.over?.() ?? [])], stage.theme.unit ?? 1);
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
    fit: () => eye.fit(),
    cancelGesture: () => pointer.cancel(),
    cursorMoved: () => mirror.update(),
  });

  /** Fields follow what they are about, and end where it was taken away. */
  function placeEditors(): void {
    if (editor.active) editor.place();
    if (linkEditor.active) linkEditor.place();
    if (notes.active) notes.place();
  }

  function paint(context: CanvasRenderingContext2D, now: number): void {
    const start = performance.now();
    const moving = stage.tick(now);
    render(stage, context, kept);
    const leading = stage.leadOn();
    overview?.update();
    placeEditors();
    incoming.follow();
    bar.update(moving);
    options.onPaint?.(stage.view);
    options.onFrame?.(performance.now() - start);
    ahead.drawn(now);
    if (moving || leading) schedule();
    else mirror.place();
  }

  const f = fonts(stage.theme, cardShape(1));
  let [unit, filled] = [stage.theme.unit, stage.size];
  sheet.begin(stage, [f.titleFont, f.metaFont, f.markFont], {
    resized() {
      if (unit !== stage.theme.unit) eye.reseat(filled);
      [unit, filled] = [stage.theme.unit, stage.size];
    },
    rethemed() {
      stage.palette = paletteOf(stage.space.scene.overlay?.kind ?? null, stage.theme);
      stage.under.flagged();
      overview?.redraw();
    },
    measured() {
      forgetLines(stage.texts);
      kept.reset();
      stage.space.measure();
    },
  });

  return {
    setScene(scene) {
      const wasEmpty = stage.space.ghostStart === 0;
      const turned = stage.space.scene.axis !== scene.axis || stage.space.scene.mirrored !== scene.mirrored;
      if (stage.setScene(scene) !== "flags") ahead.renew();
      if (keyLink.active) keyLink.follow();
      placeEditors();
      side.update();
      // The first cards of a map come into view by themselves unless somebody dropped them in sight; later ones never
      // move it, unless all of it turned.
      const isFirst = wasEmpty && stage.space.ghostStart > 0 && !incoming.brought(scene.cards);
      if (isFirst || (turned && !wasEmpty)) eye.home();
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
      eye.fit(gently);
      if (!gently) stage.settle();
    },
    home() {
      eye.home();
      viewed();
    },
    run,
    roomFor(kind, promised = []) {
      const { view, size } = stage;
      const { x, y } = toWorld(view, { x: size.w / 2, y: size.h / 2 });
      const middle = { x: x - CARD_W / 2, y: y - CARD_H / 2 };
      // Where there are no bands a card would come to lie on the one that was added before it.
      const [free = middle] = stage.space.scene.axis === null ? targetOf(stage).places([kind], promised) : [];
      return requestAt(stage, kind, free);
    },
    places: (kinds) => targetOf(stage).places(kinds),
    carry: (things, at) => incoming.show(things, at),
    land: (things, at) => incoming.land(things, at),
    mark(id) {
      pointOut(stage, id);
      viewed();
      mirror.update();
      schedule();
    },
    zoom: (step) => eye.zoom(step),
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
      stage.show(framed(stage, box), true);
      viewed();
    },
    getView: () => stage.view,
    setView(view) {
      stage.show(view, false);
      stage.settle();
    },
    extent: (part, foot) => extentOf(stage, part, foot),
    picture: (wish, watch = PATIENT) => pictureOf(stage, surface, wish, watch),
    focus: sheet.focus,
    destroy() {
      eye.destroy();
      keys.destroy();
      pointer.destroy();
      // Who goes elsewhere leaves these fields, and leaving one keeps what was typed.
      editor.close(true);
      linkEditor.close(true);
      menu.close();
      notes.close(true);
      side.destroy();
      unlisten();
      bar.destroy();
      incoming.destroy();
      stage.under.destroy();
      ahead.destroy();
      kept.destroy();
      overview?.destroy();
      mirror.destroy();
      sheet.destroy();
    },
  };
}
