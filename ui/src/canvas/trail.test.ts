import { describe, expect, it } from "vitest";
import { isJump, Trail } from "./trail";

const size = { w: 1000, h: 800 };
const view = (x: number, y = 0, zoom = 1) => ({ x, y, zoom });

describe("back and forward through views", () => {
  it("a_jump_can_be_taken_back_and_made_again", () => {
    const trail = new Trail();
    trail.rest(view(0), size);
    trail.rest(view(-4000), size);
    expect(trail.go(-1)).toEqual(view(0));
    expect(trail.go(-1)).toBeNull();
    expect(trail.go(1)).toEqual(view(-4000));
    expect(trail.go(1)).toBeNull();
  });

  it("short_ways_are_no_jumps_and_the_last_place_is_where_one_rested", () => {
    const trail = new Trail();
    trail.rest(view(0), size);
    trail.rest(view(-200), size);
    trail.rest(view(-400), size);
    trail.rest(view(-9000), size);
    expect(trail.go(-1)).toEqual(view(-400));
  });

  it("a_new_way_forgets_what_lay_ahead", () => {
    const trail = new Trail();
    for (const x of [0, -4000, -8000]) trail.rest(view(x), size);
    trail.go(-1);
    trail.go(-1);
    trail.rest(view(5000), size);
    expect(trail.go(1)).toBeNull();
    expect(trail.go(-1)).toEqual(view(0));
  });

  it("coming_back_is_not_itself_a_jump", () => {
    const trail = new Trail();
    trail.rest(view(0), size);
    trail.rest(view(-4000), size);
    const back = trail.go(-1);
    if (back !== null) trail.rest(back, size);
    expect(trail.has(1)).toBe(true);
  });

  it("zooming_far_in_or_out_is_a_jump", () => {
    expect(isJump(view(0), { x: 0, y: 0, zoom: 2 }, size)).toBe(true);
    expect(isJump(view(0), { x: 0, y: 0, zoom: 1.2 }, size)).toBe(false);
    expect(isJump(view(0), view(0, -700), size)).toBe(true);
  });
});
