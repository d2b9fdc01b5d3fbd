import { describe, expect, it } from "vitest";
import { readPeriod } from "./periods.ts";

const APRIL = { month: 4, day: 1 };
const JANUARY = { month: 1, day: 1 };

describe("the period of a reading", () => {
  it("is a quarter or a half of the fiscal year, however it is written", () => {
    for (const text of ["Q2 2026", "2026-Q2", "t2/26", "H1 2026", "2026 S1", "h1-26"]) {
      expect(readPeriod(text, APRIL), text).toBe("2026-09-30");
      expect(readPeriod(text, JANUARY), text).toBe("2026-06-30");
    }
    expect(readPeriod("H2 2026", APRIL)).toBe("2027-03-31");
    expect(readPeriod("H3 2026", APRIL)).toBeNull();
  });

  it("is a month of the calendar", () => {
    expect(readPeriod("Sept 2026", APRIL)).toBe("2026-09-30");
  });
});
