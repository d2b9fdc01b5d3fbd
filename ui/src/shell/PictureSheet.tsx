/*
 * The question what a picture of the map shall show: which part, as what, in which colours, with what below it; saved
 * or printed. What was chosen last is offered again while the window is open.
 */
import "./picture.css";
import { type RefObject, useEffect, useRef, useState } from "react";
import type { Canvas, Frame } from "../api/index.ts";
import type { Part, Wish } from "../canvas/index.ts";
import { Button, Check, Segmented, Select } from "../kit/index.ts";
import { useDesk, useSelected } from "../panels/desk.tsx";
import { useWords } from "../words/index.ts";
import { canvasTitle } from "./canvasTitle.ts";
import type { MapHandle } from "./MapView.tsx";
import { PAPERS, type Paper } from "./pages.ts";
import { type Draw, type Form, footOf, MANY_PIXELS, printPicture, savePicture } from "./pictures.ts";
import type { Session } from "./session.ts";

interface PictureSheetProps {
  session: Session;
  map: RefObject<MapHandle | null>;
  canvas: Canvas | null;
  onDone: () => void;
}

const PARTS = ["whole", "view", "selection", "frame", "frames"] as const;
const FORMS = ["svg", "png", "pdf"] as const;
const SCALES = ["1", "2", "3", "4"] as const;
const COLOURS = ["shown", "light", "dark"] as const;

interface Choice {
  readonly part: (typeof PARTS)[number];
  /** The frame that is chosen, where it is still there. */
  readonly frame: string | null;
  readonly form: (typeof FORMS)[number];
  readonly scale: (typeof SCALES)[number];
  readonly paper: Paper;
  readonly colours: Wish["colours"];
  readonly backdrop: boolean;
  readonly lit: boolean;
  readonly foot: boolean;
}

const FIRST: Choice = {
  part: "whole",
  frame: null,
  form: "svg",
  scale: "2",
  paper: "a4",
  colours: "shown",
  backdrop: true,
  lit: true,
  foot: true,
};
let last = FIRST;

export function PictureSheet({ session, map, canvas, onDone }: PictureSheetProps) {
  const words = useWords();
  const { store } = useDesk();
  const selected = useSelected().length;
  const [kept, setChoice] = useState(last);
  const [busy, setBusy] = useState(false);
  const [part, setPart] = useState<number | null>(null);
  const [isStopped, setStopped] = useState(false);
  const wanted = useRef(true);
  const { host } = session;
  const stop = () => {
    wanted.current = false;
    void session.attempt(host.stopPicture());
  };
  // Whoever closes the question wants no picture any more.
  useEffect(
    () => () => {
      if (!wanted.current) return;
      wanted.current = false;
      void host.stopPicture().catch(() => undefined);
    },
    [host],
  );
  const frames = canvas?.frames ?? [];
  const parts = PARTS.filter(
    (it) =>
      (it !== "selection" || selected > 0) &&
      (it !== "frame" || frames.length > 0) &&
      (it !== "frames" || frames.length > 1),
  );
  const choice = parts.includes(kept.part) ? kept : { ...kept, part: "whole" as const };
  const choose = (more: Partial<Choice>) => {
    last = { ...choice, ...more };
    setChoice(last);
  };
  const frame = frames.find((it) => it.id === choice.frame) ?? frames[0];
  const shown: Part =
    choice.part !== "frame" && choice.part !== "frames"
      ? choice.part
      : frame === undefined
        ? "whole"
        : { box: boxOf(frame) };
  const form = choice.part === "frames" ? "pdf" : choice.form;
  const portfolio = store.state.portfolio.settings.title;
  const title =
    canvas === null
      ? portfolio
      : words.say("picture.named", { portfolio, canvas: canvasTitle(words, canvas) });
  const foot = choice.foot ? { ...footOf(store.state, words), title } : null;
  const size = map.current?.extent(shown, foot) ?? { w: 0, h: 0 };
  const factor = form === "png" ? Number(choice.scale) : 1;
  const [width, height] = [Math.ceil(size.w) * factor, Math.ceil(size.h) * factor];
  const isLarge = form === "png" && width * height > MANY_PIXELS;

  const go = async (how: "save" | "print") => {
    const wish: Wish = {
      part: shown,
      colours: choice.colours,
      backdrop: choice.backdrop,
      lit: choice.lit && selected > 0,
      title,
      lang: words.lang,
      foot,
    };
    const named = (frame: Frame): Wish => {
      const said = words.say("picture.named", { portfolio: title, canvas: frame.title });
      return {
        ...wish,
        part: { box: boxOf(frame) },
        title: frame.title,
        foot: foot && { ...foot, title: said },
      };
    };
    const wishes = choice.part === "frames" ? frames.map(named) : [wish];
    const draw: Draw = async (wish, watch) => (await map.current?.picture(wish, watch)) ?? null;
    setBusy(true);
    setStopped(false);
    wanted.current = true;
    const watch = { told: setPart, isWanted: () => wanted.current };
    const kept: Form =
      form === "png"
        ? { type: "png", scale: factor }
        : form === "pdf"
          ? { type: "pdf", paper: choice.paper }
          : { type: "svg" };
    const done =
      how === "save"
        ? await savePicture(session, draw, title, wishes, kept, watch)
        : await printPicture(session, draw, title, wishes, choice.paper, watch);
    setBusy(false);
    setPart(null);
    if (!wanted.current) setStopped(true);
    if (done) onDone();
  };

  return (
    <div className="picture" data-testid="picture">
      <h2>{words.say("picture.title")}</h2>
      <dl>
        <dt>{words.say("picture.part")}</dt>
        <dd>
          <Segmented
            label={words.say("picture.part")}
            value={choice.part}
            options={parts.map((id) => ({ id, text: words.say(`picture.part.${id}`) }))}
            onChange={(part) => choose({ part })}
          />
          {choice.part === "frame" && frame !== undefined ? (
            <Select
              label={words.say("picture.frame")}
              value={frame.id}
              options={frames.map((it) => ({ id: it.id, text: it.title }))}
              onChange={(frame) => choose({ frame })}
            />
          ) : null}
        </dd>
        <dt>{words.say("picture.form")}</dt>
        <dd>
          <Segmented
            label={words.say("picture.form")}
            value={form}
            options={FORMS.filter((id) => id === "pdf" || choice.part !== "frames").map((id) => ({
              id,
              text: words.say(`picture.form.${id}`),
            }))}
            onChange={(form) => choose({ form })}
          />
          <span className="c3 t12">{words.say(`picture.formHint.${form}`)}</span>
        </dd>
        {form === "pdf" ? (
          <>
            <dt>{words.say("picture.paper")}</dt>
            <dd>
              <Segmented
                label={words.say("picture.paper")}
                value={choice.paper}
                options={PAPERS.map((id) => ({ id, text: words.say(`picture.paper.${id}`) }))}
                onChange={(paper) => choose({ paper })}
              />
              {choice.part === "frames" ? (
                <span className="c3 t12">{words.say("picture.pages", { count: frames.length })}</span>
              ) : null}
            </dd>
          </>
        ) : null}
        {form === "png" ? (
          <>
            <dt>{words.say("picture.scale")}</dt>
            <dd>
              <Segmented
                label={words.say("picture.scale")}
                value={choice.scale}
                options={SCALES.map((id) => ({ id, text: `${id}×` }))}
                onChange={(scale) => choose({ scale })}
              />
              <span className="c3 t12" data-testid="picture-size">
                {words.say("picture.size", { width: words.number(width), height: words.number(height) })}
              </span>
            </dd>
          </>
        ) : null}
        <dt>{words.say("picture.colours")}</dt>
        <dd>
          <Segmented
            label={words.say("picture.colours")}
            value={choice.colours}
            options={COLOURS.map((id) => ({ id, text: words.say(`picture.colours.${id}`) }))}
            onChange={(colours) => choose({ colours })}
          />
        </dd>
        <dt>{words.say("picture.with")}</dt>
        <dd className="picture-checks">
          <Check isSelected={choice.backdrop} onChange={(backdrop) => choose({ backdrop })}>
            {words.say("picture.backdrop")}
          </Check>
          <Check isSelected={choice.foot} onChange={(foot) => choose({ foot })}>
            {words.say("picture.foot")}
          </Check>
          {selected > 0 && choice.part !== "selection" ? (
            <Check isSelected={choice.lit} onChange={(lit) => choose({ lit })}>
              {words.say("picture.lit")}
            </Check>
          ) : null}
        </dd>
      </dl>
      <p className="c2 picture-said" aria-live="polite">
        {busy
          ? words.say("picture.busy")
          : isStopped
            ? words.say("picture.stopped")
            : isLarge
              ? words.say("picture.large")
              : ""}
      </p>
      {part === null ? null : (
        <progress className="picture-part" aria-label={words.say("picture.busy")} max={1} value={part} />
      )}
      <div className="row picture-ways">
        <Button look="quiet" isDisabled={busy} onPress={() => void go("print")} data-testid="picture-print">
          {words.say("picture.print")}
        </Button>
        <span className="gap" />
        <Button look="quiet" onPress={busy ? stop : onDone} data-testid="picture-cancel">
          {words.say(busy ? "picture.stop" : "picture.cancel")}
        </Button>
        <Button look="primary" isDisabled={busy} onPress={() => void go("save")} data-testid="picture-save">
          {words.say("picture.save")}
        </Button>
      </div>
    </div>
  );
}

function boxOf({ x, y, width, height }: Frame) {
  return { x0: x, y0: y, x1: x + width, y1: y + height };
}
