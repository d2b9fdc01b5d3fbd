/*
 * Pictures of what the canvas shows: what stands below them, where they are kept, and how they come onto paper. How they
 * are drawn is the canvas's, how they are written is the host's.
 */
import type { Drawing, Page, PictureForm, Written } from "../api/index.ts";
import { type Foot, pictureOfFoot, type Watch, type Wish } from "../canvas/index.ts";
import type { State } from "../model/store.ts";
import type { Words } from "../words/index.ts";
import { footWidth, type Paper, pageOf, sheetFor } from "./pages.ts";
import { fileName } from "./questions.ts";
import type { Session } from "./session.ts";

/** Many programs open no picture with more pixels than this. */
export const MANY_PIXELS = 268_000_000;

export function footOf(state: State, words: Words): Foot {
  const date = words.say("top.asOf", { date: words.date(state.asOf) });
  return {
    title: state.portfolio.settings.title,
    facts: `${date} · ${words.say("about.pack", { pack: state.pack })}`,
    states: {
      ok: words.say("status.ok"),
      risk: words.say("status.risk"),
      off: words.say("status.off"),
      unknown: words.say("status.unknown"),
    },
  };
}

/** So many letters that could not be drawn are named. */
const MOST_NAMED = 12;

/** What draws a wish; `null` where the canvas has gone, or when it is not wanted any more. */
export type Draw = (wish: Wish, watch: Watch) => Promise<Drawing | null>;

/** The share of the whole that is drawing, before anything is written. */
const DRAWING = 0.3;

/** What a picture is kept as: a file of one drawing, or pages. */
export type Form = PictureForm | { readonly type: "pdf"; readonly paper: Paper };

/**
 * Asks where to keep the picture, which is called by its title, and writes it; of several wishes each becomes a page.
 * False when the person thought better of it or it failed.
 */
export async function savePicture(
  session: Session,
  draw: Draw,
  title: string,
  wishes: readonly Wish[],
  form: Form,
  watch: Watch,
): Promise<boolean> {
  const { words, host } = session;
  const name = fileName(title) || words.say("start.untitledFile");
  const kind = { name: words.say(`picture.file.${form.type}`), extensions: [form.type] };
  const path = await session.attempt(host.askSave(words.say("picture.ask"), `${name}.${form.type}`, [kind]));
  if (path === null) return false;
  watch.told(0);
  const written = await session.attempt(
    form.type === "pdf"
      ? paged(draw, wishes, form.paper, watch).then(
          (it) => it && host.exportPages(path, title, it, writing(watch)),
        )
      : drawn(draw, wishes[0], drawing(watch)).then((it) =>
          it !== null && watch.isWanted() ? host.exportPicture(path, it, form, writing(watch)) : null,
        ),
  );
  if (written === null) return false;
  session.tell(words.say("picture.told"), written.path);
  tellUndrawn(session, written, form.type);
  return true;
}

/** Hands the pages, called by their title, to the program that shows PDF files on this computer, where they are looked at and printed. */
export async function printPicture(
  session: Session,
  draw: Draw,
  title: string,
  wishes: readonly Wish[],
  paper: Paper,
  watch: Watch,
): Promise<boolean> {
  const { words, host } = session;
  watch.told(0);
  const shown = await session.attempt(
    paged(draw, wishes, paper, watch).then((it) => it && host.printPages(title, it, writing(watch))),
  );
  if (shown === null) return false;
  session.tell(words.say("picture.printed"));
  tellUndrawn(session, shown, "pdf");
  return true;
}

/** Letters that no typeface here has; who asked for the picture has to know before somebody else reads it. */
function tellUndrawn(session: Session, { undrawn }: Written, form: Form["type"]): void {
  if (undrawn.length === 0) return;
  const { words } = session;
  const more = undrawn.length - MOST_NAMED;
  const letters = undrawn.slice(0, MOST_NAMED).join(" ");
  const hint = words.say(form === "pdf" ? "picture.undrawnPages" : "picture.undrawnPixels");
  session.tell(words.say("picture.undrawn", { letters, more: Math.max(0, more) }), hint, true);
}

/** Each wish on a page of its own, its foot as large as on the screen; `null` when it is not wanted any more. */
async function paged(
  draw: Draw,
  wishes: readonly Wish[],
  paper: Paper,
  watch: Watch,
): Promise<Page[] | null> {
  const pages: Page[] = [];
  for (const wish of wishes) {
    const picture = await drawn(draw, { ...wish, foot: null }, drawing(watch, pages.length, wishes.length));
    if (picture === null || !watch.isWanted()) return null;
    const sheet = sheetFor(paper, { w: picture.width, h: picture.height });
    const foot = wish.foot && (await pictureOfFoot(wish.foot, wish, footWidth(sheet)));
    pages.push(pageOf(sheet, picture, foot));
  }
  return pages;
}

function drawing(watch: Watch, done = 0, all = 1): Watch {
  return { ...watch, told: (part) => watch.told((DRAWING * (done + part)) / all) };
}

function writing(watch: Watch): Watch["told"] {
  return (part) => watch.told(DRAWING + (1 - DRAWING) * part);
}

/** What is said about it must be seen before it begins. */
async function drawn(draw: Draw, wish: Wish | undefined, watch: Watch): Promise<Drawing | null> {
  await new Promise((resolve) => setTimeout(resolve, 50));
  return wish === undefined || !watch.isWanted() ? null : draw(wish, watch);
}
