import { describe, expect, it } from "vitest";
import { fileName } from "./questions.ts";

describe("a suggested file name", () => {
  it("is one that every system takes", () => {
    expect(fileName("Vision 2030: win/lose?")).toBe("Vision 2030- win-lose-");
    expect(fileName('a<b>"c"|d*e\\f\u0007')).toBe("a-b--c--d-e-f-");
    expect(fileName("Ends badly. . ")).toBe("Ends badly");
    expect(fileName("é".repeat(200))).toHaveLength(80);
  });

  it("is empty when nothing is left, so that another can be offered", () => {
    expect(fileName(" ... ")).toBe("");
  });
});
