// @vitest-environment happy-dom
import { afterEach, expect, it, vi } from "vitest";
import { Paced } from "./paced";

afterEach(() => vi.useRealTimers());

it("acts_at_once_then_a_few_times_a_second_and_never_misses_the_last", () => {
  vi.useFakeTimers();
  let now = 0;
  const acted: number[] = [];
  const paced = new Paced(() => acted.push(now));
  for (; now < 30; now += 1) {
    paced.ask();
    vi.advanceTimersByTime(16);
  }
  expect(acted[0]).toBe(0);
  expect(acted.length).toBeGreaterThan(3);
  expect(acted.length).toBeLessThan(10);
  vi.advanceTimersByTime(500);
  expect(acted.at(-1)).toBeGreaterThanOrEqual(29);
  expect(vi.getTimerCount()).toBe(0);
});

it("forgets_what_it_was_asked_for_when_it_ends", () => {
  vi.useFakeTimers();
  const act = vi.fn();
  const paced = new Paced(act);
  paced.ask();
  paced.ask();
  paced.end();
  vi.advanceTimersByTime(500);
  expect(act).toHaveBeenCalledOnce();
});
