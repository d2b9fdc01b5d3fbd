// @vitest-environment happy-dom
import { afterEach, expect, it, vi } from "vitest";
import { type Overlooked, Overview } from "./overview";
import { LIGHT, noting } from "./record/fixture";

afterEach(() => vi.restoreAllMocks());

it("the_small_picture_is_painted_again_when_the_graphics_card_gave_it_back_empty", async () => {
  vi.spyOn(HTMLCanvasElement.prototype, "getContext").mockReturnValue(noting().ctx as never);
  const paint = vi.fn();
  const box = { x0: 0, y0: 0, x1: 2000, y1: 1000 };
  const words = { zoomIn: "", zoomOut: "", fit: "", overview: "", zoom: String };
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
