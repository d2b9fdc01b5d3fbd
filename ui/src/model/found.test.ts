import { describe, expect, it } from "vitest";
import { finding, initiative } from "./fixture.ts";
import { foundOf, worstOf } from "./found.ts";

const app = initiative("i1", "Harbour app");
const quay = initiative("i2", "New quay");
const all = [app, quay].map(({ id, kind, title }) => ({ id, kind, title }));
const silent = finding("D304", app, { key: "D304", subject: null, related: all });

describe("what was found with an element", () => {
  it("is what is told once of many, where nothing is told of the element itself", () => {
    const found = foundOf([silent]);
    for (const { id } of all) expect(found.get(id)).toEqual({ findings: [silent], isShared: true });
  });

  it("is what is told of the element alone, where there is any", () => {
    const own = finding("D103", app, { severity: "medium" });
    const found = foundOf([silent, own]);
    expect(found.get("i1")).toEqual({ findings: [own], isShared: false });
    expect(found.get("i2")?.isShared).toBe(true);
  });

  it("is nothing where a rule cannot tell, and nothing beside the subject of a finding", () => {
    const untold = finding("D304", app, { subject: null, related: all, result: "cannot_tell" });
    const own = finding("D103", app, { related: [{ id: "i2", kind: "initiative", title: "New quay" }] });
    expect(foundOf([untold]).size).toBe(0);
    expect([...foundOf([own]).keys()]).toEqual(["i1"]);
  });

  it("weighs as its heaviest", () => {
    expect(worstOf([finding("D103", app, { severity: "low" }), silent])).toBe("high");
  });
});
