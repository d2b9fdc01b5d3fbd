/*
 * The chart engine, mounted into an element: the small sister of the map's, for canvases that are diagrams. Owns the
 * surface, the frame loop and the view; draws only when something changed. Knows no records and no framework.
 */
import "../canvas.css";
import "./chart.css";
import { KeyLink } from "../keyLink";
import { ZOOM_MAX } from "../measures";
import { Menu } from "../menu";
import { newWords } from "../notes/keep";
import { offerLinks } from "../offerMenu";
import { Overview } from "../overview";
import { chartExtent, drawChart, screenRuler, typefaceReady } from "../record";
import { Sheet } from "../sheet";
import { readTheme, themeNamed } from "../theme";
import { TitleField } from "../titleField";
import { Trail } from "../trail";
import { steppedZoom, type View } from "../view";
import { Board } from "./board";
import type { Mark } from "./chart";
import { Eye, fitted, opening, revealed, whole, zoomed } from "./eye";
import type { ChartHandle, ChartOptions } from "./handle";
import { ChartKeys } from "./keyboard";
import { ChartLinks } from "./linking";
import { isLook, look } from "./looks";
import { ChartMirror } from "./mirror";
import { titlePlace } from "./naming";
import { ChartOverview } from "./overview";
import { paint } from "./paint";
import { ChartPointer } from "./pointer";
import { ChartTip } from "./tip";

function isSame(a: View | null, b: View): boolean {
  return a?.x === b.x && a.y === b.y && a.zoom === b.zoom && a.rows === b.rows;
}

export function createChart(host: HTMLElement, options: ChartOptions): ChartHandle {
  const sheet = new Sheet(host, "tl-chart", draw);
  const { root, surface, schedule } = sheet;
  /** The mark whose title is being edited, and the view in which it is. */
  let named: { readonly id: string; readonly subject: string; readonly view: View } | null = null;
  let opened = false;
  /** The view as it opened: as long as nobody moved it, it suits itself to the window. */
  let homely: View | null = null;
  /** Before it has a size there is nothing to open a view in. */
  let sized = false;

  const board = new Board({
    theme: readTheme(surface),
    titles: sheet.titles,
    texts: sheet.texts,
    words: options.words,
    events: options,
    readOnly: options.readOnly ?? false,
    stillness: sheet.stillness,
    schedule,
  });
  const trail = new Trail();
  const viewed = (): void =>
    sheet.rest(() => {
      trail.rest(board.heading, board.size);
      options.onView?.(board.view);
    });
  const mirror = new ChartMirror(surface, board);
  const tip = new ChartTip(root, board);
  const pointed = (): void => {
    mirror.update();
    tip.update();
  };
  const showAll = (gently: boolean): void => {
    board.show(whole(board.chart, board.size), gently);
    viewed();
  };
  const overview =
    options.overview === undefined
      ? null
      : new Overview(root, new ChartOverview(board, options.overview, viewed), {
          zoom: (step) => zoom(step),
          fit: () => showAll(true),
        });
  const naming = new TitleField(root, options.words, (text) => options.onAnnounce?.(text), sheet.focus);
  /** Opens the field over a title; false where nothing may be changed. */
  const edit = (mark: Mark): boolean => {
    const { subject, title } = mark;
    if (board.parts.readOnly || subject === null || title === undefined) return false;
    const i = board.field.index.get(mark.id) ?? -1;
    // Too small to be drawn it would be named in the midst of something else.
    if (!board.field.shows(i, board.heading.zoom)) return false;
    board.cursor = i;
    board.show(revealed(board.chart, board.heading, board.size, board.worldBox(i)), false);
    named = { id: mark.id, subject, view: board.view };
    naming.open(title, titlePlace(board, i), (next) => options.onRename?.(subject, next));
    return true;
  };
  /** The field goes along with what it names; where that is here no more, what was typed is not lost. */
  const follow = ({ id, subject }: { readonly id: string; readonly subject: string }): void => {
    const i = board.field.index.get(id);
    if (i !== undefined) {
      naming.place(titlePlace(board, i));
      return;
    }
    const left = naming.take();
    if (left !== null) options.onLost?.(subject, newWords(left.typed, left.before));
    sheet.focus();
  };
  const menu = new Menu(root, board, sheet.focus);
  const links = new ChartLinks(board, options.words, {
    ask: (offers, at) => offerLinks(menu, links, (id) => links.titleOf(id), offers, at),
    goTo: (i) => keys.goTo(i),
    pointed,
  });
  const link = new KeyLink(links);
  const pointer = new ChartPointer(surface, board, {
    links,
    leaveLink: () => link.end(),
    viewed,
    pointed,
    edit,
    travel: (step) => look(board, trail, viewed, step < 0 ? "back" : "forward"),
  });
  const keys = new ChartKeys(surface, board, {
    fit: () => showAll(true),
    zoom,
    look: (how) => look(board, trail, viewed, how),
    viewed,
    cancelGesture: () => pointer.cancel(),
    dismissTip: () => tip.dismiss(),
    edit,
    link,
    pointed,
  });

  function draw(context: CanvasRenderingContext2D, now: number): void {
    const start = performance.now();
    const moving = board.tick(now);
    paint(board, context);
    options.onPaint?.(board.eye);
    overview?.update();
    options.onFrame?.(performance.now() - start);
    if (naming.active && !isSame(named?.view ?? null, board.view)) naming.close(true);
    if (moving) schedule();
    else mirror.place();
  }

  function home(): void {
    opened = sized;
    board.show(opening(board.chart, board.size), false);
    homely = board.view;
    viewed();
  }

  sheet.begin(board, [`400 12px ${board.theme.font}`, `550 12px ${board.theme.font}`], {
    resized() {
      sized = board.size.w > 0;
      const isHome = isSame(homely, board.heading);
      if (sized && (isHome || !opened) && board.chart.marks.length > 0) home();
      else board.show(board.heading, false);
    },
    rethemed: () => overview?.redraw(),
  });

  return {
    setChart(chart) {
      const before = board.chart;
      // Whoever has hold of a mark lets go of it: the marks after this are others.
      keys.commit();
      pointer.letGo();
      board.setChart(chart);
      if (naming.active && named !== null) follow(named);
      // The first marks of a chart come into view by themselves; later ones never move it.
      if (!opened && sized && chart.marks.length > 0 && before.marks.length === 0) home();
      link.follow();
      pointed();
    },
    setSelection(subjects) {
      const before = board.selection;
      board.selection = new Set(subjects);
      const [led] = board.selection;
      const i = led === undefined || before.has(led) ? undefined : board.field.of(led)[0];
      // Whoever was led to one mark from elsewhere stands on it, unless the cursor is on another of its marks.
      if (board.selection.size === 1 && i !== undefined && board.field.mark(board.cursor)?.subject !== led)
        board.cursor = i;
      mirror.update();
      schedule();
    },
    setPassing(subjects) {
      board.passing = subjects;
      schedule();
    },
    setLine(subjects) {
      board.line = subjects;
      schedule();
    },
    setCovered(width) {
      board.covered = width;
      schedule();
    },
    fit: (gently = true) => showAll(gently),
    zoom,
    run(command) {
      if (isLook(command)) look(board, trail, viewed, command);
      return isLook(command);
    },
    home,
    zoomTo,
    mark(subject) {
      board.hover = subject === null ? -1 : (board.field.of(subject)[0] ?? -1);
      if (subject !== null) zoomTo([subject]);
      schedule();
    },
    seen: () => new Eye(board.chart, board.heading, board.size).seen(),
    around: (subjects) => board.around(subjects),
    look(box) {
      board.show(fitted({ ...board.chart, largest: ZOOM_MAX }, box, board.size), true);
      viewed();
    },
    getView: () => board.view,
    setView(view) {
      opened = true;
      board.show(view, false);
    },
    editTitle: (subject) =>
      board.field.of(subject).some((i) => {
        const mark = board.field.mark(i);
        return mark !== undefined && edit(mark);
      }),
    extent: (part, foot) => chartExtent(board, part, foot),
    async picture(wish) {
      await typefaceReady(board.theme.font);
      const theme = wish.colours === "shown" ? board.theme : themeNamed(surface, wish.colours);
      return drawChart(board, wish, theme, screenRuler());
    },
    focus: sheet.focus,
    destroy() {
      keys.destroy();
      pointer.destroy();
      // Who goes elsewhere leaves the field, and leaving it keeps what was typed.
      naming.close(true);
      menu.close();
      tip.destroy();
      overview?.destroy();
      mirror.destroy();
      sheet.destroy();
    },
  };

  function zoom(step: 1 | -1): void {
    const { size, heading, chart } = board;
    const middle = board.eye.flat({ x: (size.w + chart.left) / 2, y: size.h / 2 });
    board.show(zoomed(chart, heading, middle, steppedZoom(heading.zoom, step), board.least), true);
    viewed();
  }

  function zoomTo(subjects: Iterable<string>, gently = true): void {
    const box = board.around(subjects);
    if (box === null) return;
    const view = revealed(board.chart, board.heading, board.size, box);
    if (view !== board.heading) board.show(view, gently);
    viewed();
  }
}
