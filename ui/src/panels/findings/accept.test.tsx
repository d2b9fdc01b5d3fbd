// @vitest-environment happy-dom
import { cleanup, fireEvent, screen, waitFor, within } from "@testing-library/react";
import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { plusDays, today } from "../../model/day.ts";
import { finding, initiative } from "../../model/fixture.ts";
import { bench } from "../fixture.tsx";
import { Inspector } from "../inspector/Inspector.tsx";
import { Findings } from "./Findings.tsx";

afterEach(cleanup);
// Without a layout the list would have no room for a row.
beforeEach(() => {
  vi.spyOn(HTMLElement.prototype, "clientHeight", "get").mockReturnValue(900);
});

const app = initiative("i1", "Harbour app");
const four = ["a", "b", "c", "d"].map((id) => initiative(id, `Project ${id}`));

function fill(id: string, text: string): void {
  fireEvent.change(screen.getByTestId(id), { target: { value: text } });
}

describe("a finding that somebody lives with", () => {
  it("needs a reason and a name, is then listed apart, and stands open again when withdrawn", async () => {
    const { store } = await bench({ elements: [app], findings: () => [finding("D103", app)] }, <Findings />);
    fireEvent.click(screen.getByTestId("accept-D103.i1"));
    await screen.findByTestId("accept-reason");
    expect(screen.getByTestId("ask-act")).toHaveProperty("disabled", true);
    fill("accept-reason", "A pilot, ends in spring");
    expect(screen.getByTestId("ask-act")).toHaveProperty("disabled", true);
    fill("accept-person", "A. Moreno");
    fireEvent.click(screen.getByTestId("ask-act"));
    await waitFor(() => expect(store.state.findings).toHaveLength(0));
    const [waiver] = store.state.portfolio.waivers.values();
    expect(waiver).toMatchObject({
      code: "D103",
      subject: "i1",
      person: "A. Moreno",
      until: plusDays(today(), 90),
    });
    fireEvent.click(screen.getByText("Accepted"));
    const row = within(screen.getByTestId(`accepted-${waiver?.id}`));
    expect(row.getByText("Harbour app")).toBeTruthy();
    expect(row.getByText("A pilot, ends in spring")).toBeTruthy();
    fireEvent.click(row.getByText("Withdraw"));
    await waitFor(() => expect(store.state.findings).toHaveLength(1));
    expect(store.state.portfolio.waivers.size).toBe(0);
  });

  it("is accepted with all of its cause in one step", async () => {
    const { host } = await bench(
      { elements: four, findings: () => four.map((it) => finding("D103", it)) },
      <Findings />,
    );
    fireEvent.click(screen.getByTestId("accept-D103"));
    await screen.findByTestId("accept-reason");
    fill("accept-reason", "Run work of the harbour");
    fill("accept-person", "A. Moreno");
    fireEvent.click(screen.getByTestId("ask-act"));
    await waitFor(() => expect(host.asked).toHaveLength(1));
    expect(host.asked[0]?.map((edit) => (edit.type === "waive" ? edit.waiver.subject : ""))).toEqual([
      "a",
      "b",
      "c",
      "d",
    ]);
  });

  it("is accepted with all that follows from it in one step, which undo takes back as one", async () => {
    const head = finding("M501", app, { severity: "blocker", cause: "i1:why" });
    const follows = ["M405", "D304"].map((code) => finding(code, app, { cause: "i1:why" }));
    const { host, store, told } = await bench(
      { elements: [app], findings: () => [head, ...follows] },
      <Findings />,
    );
    fireEvent.click(screen.getByTestId("accept-M501.i1"));
    await screen.findByText("All 3, with what follows");
    fill("accept-reason", "A pilot");
    fill("accept-person", "A. Moreno");
    fireEvent.click(screen.getByTestId("ask-act"));
    await waitFor(() => expect(store.state.findings).toHaveLength(0));
    expect(host.asked).toHaveLength(1);
    const waivers = [...store.state.portfolio.waivers.values()];
    expect(waivers.map(({ code }) => code)).toEqual(["M501", "M405", "D304"]);
    expect(new Set(waivers.map(({ reason, person, until }) => `${reason} ${person} ${until}`)).size).toBe(1);
    expect(told).toEqual(["3 findings are accepted."]);
    await store.undo();
    expect(store.state.findings).toHaveLength(3);
  });

  it("can be accepted alone, and what followed from it stands open", async () => {
    const head = finding("M501", app, { severity: "blocker", cause: "i1:why" });
    const follow = finding("M405", app, { cause: "i1:why" });
    const { store } = await bench({ elements: [app], findings: () => [head, follow] }, <Findings />);
    fireEvent.click(screen.getByTestId("accept-M501.i1"));
    fireEvent.click(await screen.findByText("Only this one"));
    fill("accept-reason", "A pilot");
    fill("accept-person", "A. Moreno");
    fireEvent.click(screen.getByTestId("ask-act"));
    await waitFor(() => expect(store.state.findings.map(({ code }) => code)).toEqual(["M405"]));
  });

  it("can be about the portfolio as a whole, and what the rule says of one element stays open", async () => {
    const once = finding("M501", app, { key: "M501:portfolio", subject: null });
    const { host, store } = await bench(
      { elements: [app], findings: () => [once, finding("M501", app)] },
      <Findings />,
    );
    fireEvent.click(screen.getByTestId("accept-M501:portfolio"));
    await screen.findByText("Live with this finding about the portfolio as a whole");
    fill("accept-reason", "The list comes without");
    fill("accept-person", "A. Moreno");
    fireEvent.click(screen.getByTestId("ask-act"));
    await waitFor(() => expect(store.state.findings.map(({ key }) => key)).toEqual(["M501.i1"]));
    expect(host.asked).toHaveLength(1);
    const [waiver] = store.state.portfolio.waivers.values();
    expect(waiver).toMatchObject({ code: "M501", subject: "settings" });
    fireEvent.click(screen.getByText("Accepted"));
    const row = within(screen.getByTestId(`accepted-${waiver?.id}`));
    expect(row.getByText("The portfolio as a whole")).toBeTruthy();
    fireEvent.click(row.getByText("Withdraw"));
    await waitFor(() => expect(store.state.findings).toHaveLength(2));
  });

  it("says in the list that its time has run out", async () => {
    const waiver = {
      id: "v1",
      code: "D103",
      subject: "i1",
      reason: "A pilot",
      person: "A. Moreno",
      on: "2026-01-01",
      until: "2026-03-31",
    };
    await bench(
      {
        elements: [app],
        more: [{ type: "waiver", record: waiver }],
        findings: () => [finding("D103", app)],
      },
      <Findings />,
    );
    fireEvent.click(screen.getByText("Accepted"));
    expect(within(screen.getByTestId("accepted-v1")).getByText(/ran out on/)).toBeTruthy();
  });

  it("is accepted and withdrawn beside its element too", async () => {
    const { store } = await bench(
      { elements: [app], select: ["i1"], findings: () => [finding("D103", app)] },
      <Inspector newLink={null} />,
    );
    fireEvent.click(screen.getByTestId("accept-D103.i1"));
    await screen.findByTestId("accept-reason");
    fill("accept-reason", "A pilot");
    fill("accept-person", "A. Moreno");
    fireEvent.click(screen.getByTestId("ask-act"));
    await waitFor(() => expect(store.state.findings).toHaveLength(0));
    fireEvent.click(screen.getByText("Withdraw"));
    await waitFor(() => expect(store.state.findings).toHaveLength(1));
  });
});
