// @vitest-environment happy-dom
import { cleanup, fireEvent, screen, waitFor, within } from "@testing-library/react";
import { afterEach, describe, expect, it } from "vitest";
import type { Record as Stored } from "../../api/bindings.ts";
import { indicator, reading } from "../../model/fixture.ts";
import { bench } from "../fixture.tsx";
import { Indicators } from "./Indicators.tsx";

afterEach(cleanup);

const ill = indicator("k1", "Crossings cancelled", { unit: { known: "a month" }, every_days: { known: 31 } });
const noise = indicator("k2", "Noise at the quay");
const more: Stored[] = [
  { type: "reading", record: reading("r1", "k1", "2026-08-31", 12) },
  { type: "reading", record: reading("r2", "k1", "2026-09-30", 9) },
];

function fill(id: string, text: string): void {
  fireEvent.change(screen.getByTestId(id), { target: { value: text } });
}

describe("indicators", () => {
  it("lists each with its latest value, and says what is late or was never read", async () => {
    await bench({ elements: [ill, noise], more }, <Indicators />);
    expect(within(screen.getByRole("navigation")).getByText(/^9 a month$/)).toBeTruthy();
    expect(screen.getByText(/late/)).toBeTruthy();
    expect(screen.getByText(/No reading yet|never/i)).toBeTruthy();
  });

  it("records this period's value from one line", async () => {
    const { host, store } = await bench({ elements: [ill], more }, <Indicators />);
    fill("reading-period", "Oct 2026");
    fill("reading-value", "7,5");
    fireEvent.keyDown(screen.getByTestId("reading-value"), { key: "Enter" });
    await waitFor(() => expect(host.asked).toHaveLength(1));
    await waitFor(() => expect(store.state.portfolio.readingsOf.get("k1")).toHaveLength(3));
    expect(host.asked[0]?.[0]).toMatchObject({
      type: "insert_reading",
      reading: { indicator: "k1", period: "2026-10-31", value: 7.5, nature: "actual" },
    });
  });

  it("replaces a value of the same period instead of keeping two", async () => {
    const { host } = await bench({ elements: [ill], more }, <Indicators />);
    fill("reading-period", "2026-09");
    fill("reading-value", "8");
    fireEvent.keyDown(screen.getByTestId("reading-value"), { key: "Enter" });
    await waitFor(() => expect(host.asked).toHaveLength(1));
    expect(host.asked[0]?.[0]).toMatchObject({ type: "set_reading", reading: { id: "r2", value: 8 } });
  });

  it("takes a pasted series in one step and says which lines it could not read", async () => {
    const { host } = await bench({ elements: [ill] }, <Indicators />);
    fireEvent.click(screen.getByTestId("paste-series"));
    fill("series", "Month\tCancelled\nJan 2026\t14\nFeb 2026\tnone\nMar 2026\t11\tforecast");
    expect(screen.getByRole("status").textContent).toContain("Feb 2026 none");
    fireEvent.click(screen.getByTestId("record-reading"));
    await waitFor(() => expect(host.asked).toHaveLength(1));
    expect(
      host.asked[0]?.map((edit) => (edit.type === "insert_reading" ? edit.reading.nature : edit.type)),
    ).toEqual(["actual", "forecast"]);
  });

  it("asks again, in words, for a period that is none", async () => {
    const { host, told } = await bench({ elements: [ill] }, <Indicators />);
    fill("reading-period", "some day");
    fill("reading-value", "8");
    fireEvent.keyDown(screen.getByTestId("reading-value"), { key: "Enter" });
    await waitFor(() => expect(told).toHaveLength(1));
    expect(host.asked).toEqual([]);
  });

  it("opens the indicator that is selected elsewhere", async () => {
    await bench({ elements: [ill, noise], select: ["k2"] }, <Indicators />);
    expect(screen.getByRole("region", { name: "Noise at the quay" })).toBeTruthy();
  });

  it("invites to the first indicator when there is none", async () => {
    const { host } = await bench({ elements: [] }, <Indicators />);
    fireEvent.click(screen.getByTestId("indicator-add"));
    await waitFor(() => expect(host.asked[0]?.[0]).toMatchObject({ type: "add_element", kind: "indicator" }));
  });
});
