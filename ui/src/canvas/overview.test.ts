// @vitest-environment happy-dom
import { afterEach, expect, it, vi } from "vitest";
import { type Overlooked, Overview } from "./overview";
import { LIGHT, noting } from "./record/fixture";

afterEach(() => {
  vi.restoreAllMocks();
  vi.useRealTimers();
});

const box = { x0: 0, y0: 0, x1: 2000, y1: 1000 };
const words = { zoomIn: "", zoomOut: "", fit: "", overview: "", zoom: (percent: number) => `${percent} %` };

it("the_small_picture_is_painted_again_when_the_graphics_card_gave_it_back_empty", async () => {
  vi.spyOn(HTMLCanvasElement.prototype, "getContext").mockReturnValue(noting().ctx as never);
  const paint = vi.fn();
  const below: Overlooked = {
    ...{ words, zoom: 1, theme: LIGHT, dpr: 1, isEven: true, isLarge: true, paint },
    whole: () => box,
    sight: () => box,
    isStale: () => false,
    centre: () => undefined,
  };
  const overview = new Overview(document.body, below, { zoom: () => undefined, fit: () => undefined });
  document.querySelector("canvas")?.dispatchEvent(new Event("contextrestored"));
  await vi.waitFor(() => expect(paint).toHaveBeenCalledOnce());
  overview.destroy();
});

it("while_somebody_zooms_its_figure_follows_a_few_times_a_second_and_is_right_in_the_end", () => {
  vi.useFakeTimers();
  const below = {
    ...{ words, zoom: 1, theme: LIGHT, dpr: 1, isEven: true, isLarge: true, paint: () => undefined },
    whole: () => box,
    sight: () => box,
    isStale: () => false,
    centre: () => undefined,
  };
  const overview = new Overview(document.body, below, { zoom: () => undefined, fit: () => undefined });
  const figure = document.querySelector(".tl-canvas-zoom b");
  const shown = new Set<string | null | undefined>();
  for (let frame = 0; frame < 30; frame += 1) {
    below.zoom *= 0.98;
    overview.update();
    shown.add(figure?.textContent);
    vi.advanceTimersByTime(16);
  }
  expect(shown.size).toBeGreaterThan(3);
  expect(shown.size).toBeLessThan(10);
  vi.advanceTimersByTime(200);
  expect(figure?.textContent).toBe(`${Math.round(below.zoom * 100)} %`);
  expect(vi.getTimerCount()).toBe(0);
  overview.destroy();
});
