// @vitest-environment happy-dom
/* A presentation: steps, numbers, covers, the light, what is said, and what it says when there is nothing. */
import { cleanup, fireEvent, render, screen } from "@testing-library/react";
import { afterEach, describe, expect, it, vi } from "vitest";
import { EMPTY_SCENE } from "../../canvas/scene.ts";
import { type Lang, WordsProvider, wordsOf } from "../../words/index.ts";
import { canvasWords } from "../mapWords.ts";
import { Present } from "./Present.tsx";

afterEach(cleanup);
Object.defineProperty(document, "fonts", { value: { load: async () => [], ready: Promise.resolve() } });

const FRAMES = Array.from({ length: 12 }, (_, i) => ({
  id: `f${i}`,
  title: `Part ${i + 1}`,
  x: i * 500,
  y: 0,
  width: 400,
  height: 300,
}));

function presented({
  frames = FRAMES,
  selection = [] as string[],
  isEmpty = false,
  lang = "en" as Lang,
} = {}) {
  const onLeave = vi.fn();
  const words = canvasWords(wordsOf(lang));
  render(
    <WordsProvider lang={lang}>
      <Present
        host={{ fillScreen: async () => false }}
        presented={{ kind: "map", scene: EMPTY_SCENE, words }}
        isEmpty={isEmpty}
        frames={frames}
        selection={selection}
        onLeave={onLeave}
      />
    </WordsProvider>,
  );
  return onLeave;
}

const press = (key: string, more: object = {}) => fireEvent.keyDown(window, { key, ...more });
const said = () => screen.getByTestId("present-said").textContent;
const stage = () => screen.getByTestId("presentation");

describe("a presentation", () => {
  it("steps on and back with the keys of a clicker and stays at its ends", () => {
    presented();
    expect(said()).toBe("Part 1. 1 of 12");
    press("PageDown");
    press(" ");
    expect(said()).toBe("Part 3. 3 of 12");
    press("PageUp");
    expect(said()).toBe("Part 2. 2 of 12");
    press("End");
    press("ArrowRight");
    expect(said()).toBe("Part 12. 12 of 12");
    press("Home");
    press("Backspace");
    expect(said()).toBe("Part 1. 1 of 12");
  });

  it("goes to a number and Enter, and on with Enter alone", () => {
    presented();
    press("1");
    press("1");
    expect(document.querySelector(".present-caption")?.textContent).toContain("Go to 11: Enter");
    press("Enter");
    expect(said()).toBe("Part 11. 11 of 12");
    press("Enter");
    expect(said()).toBe("Part 12. 12 of 12");
  });

  it("turns black and white, says so, and a step brings the picture back", () => {
    presented();
    press("b");
    expect(stage().dataset.cover).toBe("black");
    expect(said()).toBe("The screen is black");
    press(",");
    expect(stage().dataset.cover).toBe("white");
    press("w");
    expect(stage().dataset.cover).toBeUndefined();
    press(".");
    press("ArrowRight");
    expect(stage().dataset.cover).toBeUndefined();
    expect(said()).toBe("Part 2. 2 of 12");
  });

  it("switches the light by L; a held key does not switch it back", () => {
    presented();
    press("l");
    press("l", { repeat: true });
    expect(stage().dataset.laser).toBe("true");
    press("l");
    expect(stage().dataset.laser).toBeUndefined();
  });

  it("goes on by a click, while a mouse that is pulled only points", () => {
    presented();
    const mouse = { button: 0, pointerType: "mouse", pointerId: 1 };
    stage().setPointerCapture = () => undefined;
    fireEvent.pointerDown(stage(), { ...mouse, clientX: 100, clientY: 100 });
    fireEvent.pointerUp(stage(), { ...mouse, clientX: 100, clientY: 100 });
    expect(said()).toBe("Part 2. 2 of 12");
    fireEvent.pointerDown(stage(), { ...mouse, clientX: 100, clientY: 100 });
    fireEvent.pointerMove(stage(), { ...mouse, clientX: 160, clientY: 100 });
    expect(stage().dataset.laser).toBe("true");
    fireEvent.pointerUp(stage(), { ...mouse, clientX: 160, clientY: 100 });
    expect(stage().dataset.laser).toBeUndefined();
    expect(said()).toBe("Part 2. 2 of 12");
  });

  it("has buttons for fingers", () => {
    presented();
    fireEvent.click(screen.getByTestId("present-next"));
    fireEvent.click(screen.getByTestId("present-next"));
    fireEvent.click(screen.getByTestId("present-previous"));
    expect(said()).toBe("Part 2. 2 of 12");
  });

  it("without frames shows everything and then the selection, in French too", () => {
    presented({ frames: [], selection: ["i1"], lang: "fr" });
    expect(said()).toBe("Le canevas entier. 1 sur 2");
    press("ArrowDown");
    expect(said()).toBe("La sélection. 2 sur 2");
  });

  it("says what to do where there is nothing, and lets go", () => {
    const onLeave = presented({ frames: [], isEmpty: true });
    expect(said()).toBe("There is nothing to show yet");
    press("Escape");
    expect(onLeave).toHaveBeenCalledOnce();
  });
});
