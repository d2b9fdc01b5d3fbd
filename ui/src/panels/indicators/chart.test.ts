import { describe, expect, it } from "vitest";
import { indicator, reading } from "../../model/fixture.ts";
import { picture } from "./chart.ts";

const frame = { width: 600, height: 240, left: 40, right: 80, top: 10, bottom: 20 };
const dates = (...periods: string[]) =>
  picture(
    indicator("k", "Seats"),
    periods.map((period, at) => reading(`r${at}`, "k", period, at)),
    frame,
  )?.dates.map((it) => it.date);

describe("the dates below a chart", () => {
  it("stand at the ends of months, where the values of the months are", () => {
    expect(dates("2026-09-30")).toEqual(["2026-09-30"]);
    expect(dates("2026-07-31", "2026-08-31", "2026-09-30")).toEqual([
      "2026-07-31",
      "2026-08-31",
      "2026-09-30",
    ]);
  });

  it("stand at the ends of years over many years", () => {
    expect(dates("2019-12-31", "2024-12-31")).toEqual([
      "2019-12-31",
      "2020-12-31",
      "2021-12-31",
      "2022-12-31",
      "2023-12-31",
      "2024-12-31",
    ]);
  });
});
