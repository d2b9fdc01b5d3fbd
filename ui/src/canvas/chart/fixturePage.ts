/* A page of 1000 × 600 for tests, with a chart in it and hands on that. */
import { vi } from "vitest";
import type { Chart, ChartEvents } from "./chart";
import { createChart } from "./engine";
import { WORDS } from "./fixture";
import type { ChartHandle } from "./handle";

Object.defineProperty(document, "fonts", { value: { load: async () => [], ready: Promise.resolve() } });

let mounted: ChartHandle | null = null;

/** Where nothing has its own size, everything is as large as the page; time stands still. */
export function furnish(): void {
  vi.useFakeTimers();
  const size = { x: 0, y: 0, left: 0, top: 0, width: 1000, height: 600, right: 1000, bottom: 600 };
  vi.spyOn(HTMLElement.prototype, "getBoundingClientRect").mockReturnValue({ ...size, toJSON: () => size });
}

export function clear(): void {
  mounted?.destroy();
  mounted = null;
  vi.restoreAllMocks();
  vi.useRealTimers();
}

export function mount(chart: Chart, events: ChartEvents, readOnly = false): ChartHandle {
  const made = createChart(document.body, { words: WORDS, readOnly, ...events });
  mounted = made;
  made.setChart(chart);
  made.setView({ x: 0, y: 0, zoom: 1 });
  surface().setPointerCapture = () => undefined;
  return made;
}

export function surface(): HTMLElement {
  return document.querySelector<HTMLElement>(".tl-canvas-surface") ?? document.body;
}

export function key(name: string, more: KeyboardEventInit = {}): void {
  surface().dispatchEvent(
    new KeyboardEvent("keydown", { key: name, bubbles: true, cancelable: true, ...more }),
  );
}

export function point(type: string, x: number, y: number, more: PointerEventInit = {}): void {
  surface().dispatchEvent(
    new PointerEvent(type, { clientX: x, clientY: y, button: 0, pointerId: 1, bubbles: true, ...more }),
  );
}
