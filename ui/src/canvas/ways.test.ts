import { describe, expect, it } from "vitest";
import { demo } from "../../bench/demo";
import { mapWords } from "../../bench/words";
import { Projector } from "./project";
import { Space } from "./space";
import { Ways } from "./ways";

function lit(...ids: string[]): { space: Space; ways: Ways; links: ReadonlySet<string> } {
  const scene = new Projector(mapWords("en")).project(demo, new Set(ids));
  const space = new Space(scene);
  const drawn = [...(scene.focus?.links ?? [])].filter(
    (id) => space.linkOff[space.linkIndex.get(id) ?? -1] !== 1,
  );
  return {
    space,
    ways: new Ways(space, new Set(ids)),
    links: new Set([...drawn, ...scene.bridges.map((it) => it.id)]),
  };
}

describe("the ways of a lit line", () => {
  it("are_all_there_at_once_before_any_gap_was_looked_for", () => {
    const { ways, links } = lit("w3");
    expect(new Set(ways.routes.keys())).toEqual(links);
    expect(links.size).toBeGreaterThan(4);
  });

  it("are_led_bit_by_bit_in_as_many_frames_as_it_takes_and_come_to_an_end", () => {
    const { ways } = lit("w3");
    let frames = 0;
    while (ways.lead(0) && frames < 1000) frames += 1;
    expect(frames).toBeGreaterThan(1);
    expect(frames).toBeLessThan(1000);
    expect(ways.lead(0)).toBe(false);
  });

  it("are_the_same_in_the_end_however_long_a_frame_may_take", () => {
    const slow = lit("o2").ways;
    const fast = lit("o2").ways;
    while (slow.lead(0));
    fast.lead(1000);
    expect([...slow.routes]).toEqual([...fast.routes]);
  });
});
