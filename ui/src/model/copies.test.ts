import { describe, expect, it } from "vitest";
import type { Edit } from "../api/bindings.ts";
import { copiesOf } from "./copies.ts";
import { contribution, initiative, objective, stored } from "./fixture.ts";
import { portfolioOf } from "./portfolio.ts";

const owned = {
  ...initiative("i", "App", {
    owner: { known: "Ada" },
    tags: ["2027"],
    external_keys: [{ source: "Register", key: "7" }],
    budget: { known: { amount: "5", currency: "EUR" } },
  }),
};
const agreed = {
  ...owned,
  why: { ...owned.why, text: "Because", accepted_by: "Ada", accepted_on: "2026-01-01" },
};

function copied(...ids: string[]): { edits: readonly Edit[]; ids: readonly string[] } {
  const promised = { ...contribution("c", "i", "o"), expects: null, share: 0.4, mechanism: "Fewer steps" };
  const portfolio = portfolioOf(
    stored(
      [agreed, objective("o", "Full decks"), initiative("x", "Other")],
      [promised as never, contribution("d", "x", "o")],
    ),
  );
  let n = 0;
  return copiesOf(
    portfolio,
    ids,
    () => {
      n += 1;
      return `new${n}`;
    },
    (title) => `${title} (copy)`,
  );
}

describe("a copy", () => {
  it("says what its original says", () => {
    const [edit] = copied("i").edits;
    expect(edit).toMatchObject({
      type: "insert_element",
      element: {
        id: "new1",
        title: "App (copy)",
        owner: { known: "Ada" },
        tags: ["2027"],
        why: { text: "Because" },
      },
    });
  });

  it("is no second row of the source and was accepted by nobody", () => {
    const [edit] = copied("i").edits;
    expect(edit).toMatchObject({
      element: { external_keys: [], why: { accepted_by: "", accepted_on: null } },
    });
  });

  it("takes along the links among the copies, without promising the same twice", () => {
    const { edits, ids } = copied("i", "o");
    expect(ids).toEqual(["new1", "new2"]);
    expect(edits.slice(2)).toMatchObject([
      {
        type: "insert_link",
        link: { id: "new3", from: "new1", to: "new2", mechanism: "Fewer steps", share: null },
      },
    ]);
  });

  it("has no links to what was not copied", () => {
    expect(copied("i").edits.length).toBe(1);
  });

  it("of what is gone is none", () => {
    expect(copied("nobody")).toEqual({ edits: [], ids: [] });
  });
});
