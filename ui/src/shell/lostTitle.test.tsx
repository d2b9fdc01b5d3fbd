// @vitest-environment happy-dom

import { cleanup } from "@testing-library/react";
import { afterEach, describe, expect, it } from "vitest";
import { initiative } from "../model/fixture.ts";
import { type Desk, useDesk } from "../panels/desk.tsx";
import { bench } from "../panels/fixture.tsx";
import { wordsOf } from "../words/index.ts";
import { keepTitle } from "./lostTitle.ts";

afterEach(cleanup);

let seen: Desk | null = null;

function Seen() {
  seen = useDesk();
  return null;
}

async function desk() {
  const made = await bench({ elements: [initiative("w", "One Ticket")] }, <Seen />);
  if (seen === null) throw new Error("no desk");
  return { ...made, desk: seen };
}

const words = wordsOf("en");

describe("a title whose mark went away while it was typed", () => {
  it("is_the_title_all_the_same_where_the_element_is_only_out_of_sight", async () => {
    const { desk: it, store, told } = await desk();
    await keepTitle(it, words, "w", "One Ticket everywhere");
    expect(store.state.portfolio.elements.get("w")?.title).toBe("One Ticket everywhere");
    expect(told).toEqual([]);
  });

  it("is_kept_as_a_note_on_a_map_where_the_element_was_deleted_and_none_covers_another", async () => {
    const { desk: it, store, told } = await desk();
    await keepTitle(it, words, "gone", "Two tickets");
    await keepTitle(it, words, "gone", "Three tickets");
    const notes = [...store.state.portfolio.notes.values()];
    expect(notes.map(({ text }) => text)).toEqual(["Two tickets", "Three tickets"]);
    expect(new Set(notes.map(({ y }) => y)).size).toBe(2);
    expect(store.state.portfolio.canvases.get(notes[0]?.canvas ?? "")?.kind).toBe("strategy_map");
    expect(told[0]).toMatch(/kept as a note on “/u);
  });

  it("stays_in_sight_where_no_map_could_keep_it", async () => {
    const { desk: it, store, told } = await desk();
    for (const id of [...store.state.portfolio.canvases.keys()])
      await store.edit([{ type: "remove_canvas", canvas: id }]);
    await keepTitle(it, words, "gone", "Two tickets");
    expect(told).toEqual(["It was taken away in another window. You had typed “Two tickets”."]);
  });

  it("is_not_kept_where_nothing_new_was_typed", async () => {
    const { desk: it, store, told } = await desk();
    await keepTitle(it, words, "gone", null);
    expect(store.state.portfolio.notes.size).toBe(0);
    expect(told).toEqual([words.say("paper.gone")]);
  });
});
