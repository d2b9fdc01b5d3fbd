import { describe, expect, it } from "vitest";
import type { ElementKind } from "../api/bindings.ts";
import { placesOf, type Seeable } from "./places.ts";

const ref = (id: string, kind: ElementKind) => ({ id, kind, title: id });
const seen = (finding: Partial<Seeable>) =>
  Object.fromEntries(
    placesOf({ subject: null, related: [], path: [], ...finding }).map(({ place, ids }) => [place, ids]),
  );

describe("the places of a finding", () => {
  it("hold all that it is told of at once, in every view that shows them", () => {
    const related = [ref("i1", "initiative"), ref("i2", "initiative"), ref("i3", "initiative")];
    const all = ["i1", "i2", "i3"];
    expect(seen({ related })).toEqual({ map: all, outline: all, table: all, matrix: all });
  });

  it("hold the subject alone where there is one, with the links of its proof on the map", () => {
    const related = [ref("i1", "initiative"), ref("k1", "indicator")];
    const places = seen({ subject: ref("o1", "objective"), related, path: ["c1", "c2"] });
    expect(places.map).toEqual(["o1", "c1", "c2"]);
    expect(places.table).toEqual(["o1"]);
    expect(places.indicators).toEqual(["k1"]);
    expect(places.standing).toEqual(["o1"]);
  });

  it("begin with the view of its own kind", () => {
    const places = placesOf({
      subject: ref("k1", "indicator"),
      related: [ref("o1", "objective")],
      path: [],
    });
    expect(places[0]).toEqual({ place: "indicators", ids: ["k1"] });
    expect(places.map(({ place }) => place)).toContain("standing");
  });

  it("are none for what has no element, such as a source", () => {
    expect(seen({})).toEqual({});
  });
});
