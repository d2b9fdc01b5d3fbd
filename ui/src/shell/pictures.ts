/*
 * Pictures of what the canvas shows: what stands below them, where they are kept, and how they come onto paper. How they
 * are drawn is the canvas's, how they are written is the host's.
 */
import type { Drawing, PictureForm } from "../api/index.ts";
import type { Foot, Wish } from "../canvas/index.ts";
import type { State } from "../model/store.ts";
import type { Words } from "../words/index.ts";
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

/** What draws a wish; `null` where the canvas has gone. */
export type Draw = (wish: Wish) => Promise<Drawing | null>;

/** A large picture takes a while: how far it is, and whether it is still wanted while it is not being written yet. */
export interface Watch {
  told(part: number): void;
  isWanted(): boolean;
}

/** Asks where to keep the picture and writes it. False when the person thought better of it or it failed. */
export async function savePicture(
  session: Session,
  draw: Draw,
  wish: Wish,
  form: PictureForm,
  watch: Watch,
): Promise<boolean> {
  const { words, host } = session;
  const name = fileName(wish.title) || words.say("start.untitledFile");
  const kind = { name: words.say(`picture.file.${form.type}`), extensions: [form.type] };
  const path = await session.attempt(host.askSave(words.say("picture.ask"), `${name}.${form.type}`, [kind]));
  if (path === null) return false;
  watch.told(0);
  const written = await session.attempt(
    drawn(draw, wish).then((it) =>
      it !== null && watch.isWanted() ? host.exportPicture(path, it, form, watch.told) : null,
    ),
  );
  if (written === null) return false;
  session.tell(words.say("picture.told"), written);
  return true;
}

/** Shows the picture to the printer of the system, one page large. */
export async function printPicture(session: Session, draw: Draw, wish: Wish): Promise<boolean> {
  const { host } = session;
  const svg = await session.attempt(drawn(draw, wish).then((it) => it && host.pictureSvg(it)));
  if (svg === null) return false;
  layOut(svg);
  return (await session.attempt(host.print().then(() => true))) ?? false;
}

/** Drawing a large map holds the window for a moment; what is said about it must be seen before. */
async function drawn(draw: Draw, wish: Wish): Promise<Drawing | null> {
  await new Promise((resolve) => setTimeout(resolve, 50));
  return draw(wish);
}

/**
 * The picture as part of the page, where it has the page's typeface; only paper shows it. When a dialogue of the system
 * closes is told by some systems only, so it stays until it is known to be printed or the next one comes.
 */
function layOut(svg: string): void {
  document.querySelector(".print-sheet")?.remove();
  const sheet = document.createElement("div");
  sheet.className = "print-sheet";
  sheet.setAttribute("aria-hidden", "true");
  const picture = new DOMParser().parseFromString(svg, "image/svg+xml").documentElement;
  sheet.append(document.importNode(picture, true));
  document.body.append(sheet);
  window.addEventListener("afterprint", () => sheet.remove(), { once: true });
}
