/*
 * A canvas shown to a room: slides one after the other, by keyboard, clicker, touch or mouse; black and white; a pointer of
 * light. Lies over the window, which stays as it is and is found again when the presentation is left.
 */
import { useCallback, useEffect, useMemo, useRef, useState } from "react";
import type { Frame, Host } from "../../api/index.ts";
import { gone, type Presented, showCommand, slidesOf, typed } from "../../canvas/show/index.ts";
import { IconButton } from "../../kit/index.ts";
import { useWords } from "../../words/index.ts";
import { takeScreen } from "./fullWindow.ts";
import "./present.css";
import { Screens } from "./screens.ts";
import { useLaser } from "./useLaser.ts";

interface PresentProps {
  host: Pick<Host, "fillScreen">;
  presented: Presented;
  /** There is nothing on the canvas. */
  isEmpty: boolean;
  frames: readonly Frame[];
  selection: readonly string[];
  onLeave: () => void;
}

type Cover = "black" | "white" | null;

/** After so long without a touch the caption, the buttons and the cursor go. */
const IDLE = 2500;
/** A number waits so long for Enter. */
const WAIT = 3000;

export function Present({ host: system, presented, isEmpty, frames, selection, onLeave }: PresentProps) {
  const words = useWords();
  const root = useRef<HTMLDivElement>(null);
  const [one, two, light] = [
    useRef<HTMLCanvasElement>(null),
    useRef<HTMLCanvasElement>(null),
    useRef<HTMLCanvasElement>(null),
  ];
  const screens = useRef<Screens | null>(null);
  const [slides] = useState(() => slidesOf(frames, selection.length > 0));
  const [chosen] = useState(selection);
  const [at, setAt] = useState(0);
  const [cover, setCover] = useState<Cover>(null);
  const [number, setNumber] = useState<number | null>(null);
  const [isIdle, setIdle] = useState(false);
  const leave = useRef(onLeave);
  leave.current = onLeave;

  const isStill = useCallback(() => matchMedia("(prefers-reduced-motion: reduce)").matches, []);
  const slide = slides[at];
  const title = useMemo(() => {
    if (slide === undefined || isEmpty) return "";
    if (slide.part === "whole") return words.say("present.whole");
    return slide.part === "selection" ? words.say("present.selection") : slide.title;
  }, [slide, isEmpty, words]);

  const step = useCallback(
    (command: "next" | "previous") => {
      setCover(null);
      setNumber(null);
      setAt((now) => gone(command, now, slides.length, null));
    },
    [slides.length],
  );
  const laser = useLaser(root, light, isStill, () => step("next"));

  useEffect(() => takeScreen(system, () => leave.current()), [system]);

  useEffect(() => {
    const [host, first, second] = [root.current, one.current, two.current];
    if (host === null || first === null || second === null) return;
    host.focus();
    const made = new Screens(host, [first, second], isStill);
    screens.current = made;
    return () => {
      screens.current = null;
      made.close();
    };
  }, [isStill, one, two]);

  const shownAt = useRef(at);
  shownAt.current = at;
  useEffect(() => {
    const host = root.current;
    if (host === null || isEmpty) return;
    const load = () => {
      screens.current?.load(presented, slides, chosen);
      void screens.current?.show(shownAt.current, false);
    };
    load();
    // The screen changes its size once more while it becomes full.
    let width = host.clientWidth;
    let height = host.clientHeight;
    const observer = new ResizeObserver(() => {
      if (host.clientWidth === width && host.clientHeight === height) return;
      [width, height] = [host.clientWidth, host.clientHeight];
      load();
    });
    observer.observe(host);
    return () => observer.disconnect();
  }, [presented, slides, chosen, isEmpty]);

  const first = useRef(true);
  useEffect(() => {
    if (!first.current) void screens.current?.show(at, true);
    first.current = false;
  }, [at]);

  const state = useRef({ at, number });
  state.current = { at, number };
  useEffect(() => {
    const onKeyDown = (event: KeyboardEvent) => {
      if (event.ctrlKey || event.metaKey || event.altKey || event.isComposing) return;
      // Whoever reached a button by Tab presses it; everything else steers.
      const onButton = event.target instanceof Element && event.target.closest("button") !== null;
      if (onButton && (event.key === "Enter" || event.key === " ")) return;
      const command = showCommand(event.key, event.code);
      if (command === null) return;
      event.preventDefault();
      event.stopPropagation();
      const once = !event.repeat;
      const { at, number } = state.current;
      if (command.do === "leave") {
        if (once) leave.current();
      } else if (command.do === "black" || command.do === "white") {
        const { do: wanted } = command;
        if (once) setCover((now) => (now === wanted ? null : wanted));
      } else if (command.do === "laser") {
        if (once) laser.toggle();
      } else if (command.do === "digit") {
        const { digit } = command;
        setNumber((now) => typed(now, digit));
      } else {
        setCover(null);
        setNumber(null);
        setAt(gone(command.do, at, slides.length, number));
      }
    };
    window.addEventListener("keydown", onKeyDown, true);
    return () => window.removeEventListener("keydown", onKeyDown, true);
  }, [slides.length, laser]);

  useEffect(() => {
    if (number === null) return;
    const timer = setTimeout(() => setNumber(null), WAIT);
    return () => clearTimeout(timer);
  }, [number]);

  // biome-ignore lint/correctness/useExhaustiveDependencies: each step shows the caption again for a moment.
  useEffect(() => {
    const host = root.current;
    let timer = 0;
    const stir = () => {
      setIdle(false);
      clearTimeout(timer);
      timer = window.setTimeout(() => setIdle(true), IDLE);
    };
    stir();
    host?.addEventListener("pointermove", stir);
    host?.addEventListener("pointerdown", stir);
    host?.addEventListener("focusin", stir);
    return () => {
      clearTimeout(timer);
      host?.removeEventListener("pointermove", stir);
      host?.removeEventListener("pointerdown", stir);
      host?.removeEventListener("focusin", stir);
    };
  }, [at, cover, number]);

  const told =
    cover === null
      ? isEmpty
        ? words.say("present.empty")
        : words.say("present.said", { title, at: at + 1, count: slides.length })
      : words.say(`present.${cover}`);
  return (
    <div
      ref={root}
      className="present"
      role="dialog"
      aria-modal="true"
      aria-label={words.say("present.label")}
      tabIndex={-1}
      data-room=""
      data-theme={document.documentElement.dataset.theme}
      data-idle={isIdle || undefined}
      data-cover={cover ?? undefined}
      data-laser={laser.isOn || undefined}
      data-testid="presentation"
    >
      <div aria-hidden="true" className="present-sheets">
        <canvas ref={one} />
        <canvas ref={two} />
      </div>
      {isEmpty ? (
        <div className="present-empty">
          <h2>{words.say("present.empty")}</h2>
          <p>{words.say("present.emptyHint")}</p>
        </div>
      ) : null}
      <div className="present-cover" />
      <div aria-hidden="true" className="present-light">
        <canvas ref={light} />
      </div>
      {isEmpty ? null : (
        <div className="present-caption" aria-hidden="true">
          <span className="cut">{number === null ? title : words.say("present.goTo", { number })}</span>
          <b>{words.say("present.at", { at: at + 1, count: slides.length })}</b>
        </div>
      )}
      <div className="present-buttons">
        <IconButton
          icon="left"
          label={words.say("present.previous")}
          isDisabled={at === 0}
          onPress={() => step("previous")}
          data-testid="present-previous"
        />
        <IconButton
          icon="right"
          label={words.say("present.next")}
          isDisabled={at >= slides.length - 1}
          onPress={() => step("next")}
          data-testid="present-next"
        />
        <IconButton
          icon="close"
          label={words.say("present.leave")}
          onPress={onLeave}
          data-testid="present-leave"
        />
      </div>
      <div className="unseen" aria-live="assertive" data-testid="present-said">
        {told}
      </div>
    </div>
  );
}
