// @vitest-environment happy-dom
import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { type End, judgeInTime, offersOf } from "../policy";
import type { ChartEvents } from "./chart";
import { chart, mark } from "./fixture";
import { clear, furnish, key, mount, point, surface } from "./fixturePage";

beforeEach(furnish);
afterEach(clear);

describe("a link on a chart", () => {
  const stands = new Set<string>();
  const linked = (kind: string, from: string, to: string) => stands.has(`${kind} ${from} ${to}`);
  const linking = {
    judge: (from: End, to: End | null) => judgeInTime(from, to, linked),
    offers: (from: End, to: End) => offersOf(to, from, linked),
  };
  const work = { end: "initiative", tip: "" } as const;
  function shown(events: ChartEvents, readOnly = false) {
    stands.clear();
    mount(
      chart(
        [
          mark("a", 100, 100, 200, 20, { ...work, row: 0, title: "Ferry" }),
          mark("b", 100, 140, 200, 20, { ...work, row: 1, title: "Pier" }),
          mark("c", 100, 180, 200, 20, { row: 2, title: "A flag" }),
        ],
        { linking },
      ),
      events,
      readOnly,
    );
  }
  const menu = () => [...document.querySelectorAll<HTMLElement>("[role=menuitem]")];

  it("is_drawn_from_the_end_of_a_bar_to_what_waits_for_it", () => {
    const onConnect = vi.fn();
    shown({ onConnect });
    point("pointermove", 200, 110);
    point("pointermove", 310, 110);
    expect(surface().style.cursor).toBe("crosshair");
    point("pointerdown", 310, 110);
    point("pointermove", 250, 150);
    expect(document.querySelector(".tl-chart-tip")?.textContent).toBe("Pier depends_on Ferry");
    point("pointerup", 250, 150);
    expect(onConnect.mock.calls).toEqual([[{ kind: "depends_on", from: "b", to: "a" }]]);
  });

  it("is_not_drawn_to_what_takes_none_and_is_given_up_with_escape", () => {
    const onConnect = vi.fn();
    shown({ onConnect });
    point("pointermove", 200, 110);
    point("pointerdown", 310, 110);
    point("pointermove", 250, 190);
    point("pointerup", 250, 190);
    point("pointermove", 200, 110);
    point("pointerdown", 310, 110);
    point("pointermove", 250, 150);
    surface().focus();
    key("Escape");
    point("pointerup", 250, 150);
    expect(onConnect).not.toHaveBeenCalled();
  });

  it("says_why_there_is_none_and_offers_what_may_stand", () => {
    const onConnect = vi.fn();
    const onAnnounce = vi.fn();
    shown({ onConnect, onAnnounce });
    stands.add("depends_on b a");
    point("pointermove", 200, 110);
    point("pointerdown", 310, 110);
    point("pointermove", 250, 150);
    point("pointerup", 250, 150);
    expect(onAnnounce).toHaveBeenLastCalledWith("Refused: already_linked. Possible: part_of");
    menu()[0]?.click();
    expect(onConnect.mock.calls).toEqual([[{ kind: "part_of", from: "b", to: "a" }]]);
  });

  it("is_drawn_by_key_to_what_is_walked_or_typed_to", () => {
    const onConnect = vi.fn();
    const onAnnounce = vi.fn();
    shown({ onConnect, onAnnounce });
    surface().focus();
    key("Home");
    key("ArrowUp");
    key("ArrowUp");
    key("l");
    expect(onAnnounce).toHaveBeenCalledWith("Link from Ferry");
    key("ArrowDown");
    expect(onAnnounce).toHaveBeenLastCalledWith("Pier depends_on Ferry. Enter links");
    key("Enter");
    key("l");
    for (const letter of "ferry") key(letter);
    key("Enter");
    expect(onConnect.mock.calls.map(([it]) => it)).toEqual([
      { kind: "depends_on", from: "b", to: "a" },
      { kind: "depends_on", from: "a", to: "b" },
    ]);
    key("l");
    key("Escape");
    expect(onAnnounce).toHaveBeenLastCalledWith("No link");
  });

  it("is_not_begun_where_nothing_may_be_changed", () => {
    const onAnnounce = vi.fn();
    shown({ onAnnounce }, true);
    point("pointermove", 310, 110);
    expect(surface().style.cursor).toBe("");
    surface().focus();
    key("ArrowUp");
    key("l");
    expect(onAnnounce).not.toHaveBeenCalledWith("Link from Ferry");
  });
});
