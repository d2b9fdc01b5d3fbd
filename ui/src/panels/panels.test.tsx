// @vitest-environment happy-dom
import { cleanup, fireEvent, screen, waitFor, within } from "@testing-library/react";
import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import type { Record as Stored } from "../api/bindings.ts";
import { contribution, finding, initiative, objective } from "../model/fixture.ts";
import { Findings } from "./findings/Findings.tsx";
import { FindingsSide } from "./findings/FindingsSide.tsx";
import { bench, type } from "./fixture.tsx";
import { Inspector } from "./inspector/Inspector.tsx";

afterEach(cleanup);
// Without a layout the list would have no room for a row.
beforeEach(() => {
  vi.spyOn(HTMLElement.prototype, "clientHeight", "get").mockReturnValue(900);
});

const goal = objective("o1", "Full decks");

describe("the inspector", () => {
  it("renames an element where its title stands", async () => {
    const { host } = await bench({ elements: [goal], select: ["o1"] }, <Inspector newLink={null} />);
    type(screen.getByTestId("inspector-title"), "Fuller decks");
    await waitFor(() =>
      expect(screen.getByTestId("inspector-title")).toHaveProperty("value", "Fuller decks"),
    );
    expect(host.asked).toEqual([
      [{ type: "set", element: "o1", patch: { field: "title", value: "Fuller decks" } }],
    ]);
  });

  it("keeps the old title on Escape and never sends an empty one", async () => {
    const { host } = await bench({ elements: [goal], select: ["o1"] }, <Inspector newLink={null} />);
    const field = screen.getByTestId("inspector-title");
    fireEvent.change(field, { target: { value: "Something else" } });
    fireEvent.keyDown(field, { key: "Escape" });
    fireEvent.blur(field);
    type(field, "   ");
    expect(host.asked).toEqual([]);
    expect(field).toHaveProperty("value", "Full decks");
  });

  it("writes the why into the card and leaves its other answers as they are", async () => {
    const asked = { ...goal, why: { ...goal.why, for_whom: "Islanders" } };
    const { store } = await bench({ elements: [asked], select: ["o1"] }, <Inspector newLink={null} />);
    const field = screen.getByTestId("inspector-why");
    fireEvent.change(field, { target: { value: "Islanders wait too long" } });
    fireEvent.blur(field);
    await waitFor(() =>
      expect(store.state.portfolio.elements.get("o1")?.why).toMatchObject({
        text: "Islanders wait too long",
        for_whom: "Islanders",
      }),
    );
  });

  it("shows why a value is missing, with the words that stood in the file", async () => {
    const work = initiative("i1", "Harbour app", {
      budget: { missing: { reason: "withheld", said: "nfp" } },
    });
    await bench({ elements: [work], select: ["i1"] }, <Inspector newLink={null} />);
    expect(screen.getByTestId("field-budget")).toHaveProperty("placeholder", "withheld: “nfp”");
    expect(screen.getByTestId("field-budget")).toHaveProperty("value", "");
    expect(screen.getByTestId("field-spent")).toHaveProperty("placeholder", "not given");
  });

  it("reads amounts and dates as people type them", async () => {
    const { host } = await bench(
      { elements: [initiative("i1", "Harbour app")], select: ["i1"] },
      <Inspector newLink={null} />,
    );
    type(screen.getByTestId("field-budget"), "4.1 M€");
    await waitFor(() => expect(host.asked).toHaveLength(1));
    type(screen.getByTestId("field-end"), "31 Dec 2026");
    await waitFor(() => expect(host.asked).toHaveLength(2));
    expect(host.asked).toEqual([
      [
        {
          type: "set",
          element: "i1",
          patch: { field: "budget", value: { known: { amount: "4100000", currency: "EUR" } } },
        },
      ],
      [{ type: "set", element: "i1", patch: { field: "end", value: { known: "2026-12-31" } } }],
    ]);
  });

  it("refuses in words what it cannot read, and sends nothing", async () => {
    const { host, told } = await bench(
      { elements: [initiative("i1", "Harbour app")], select: ["i1"], lang: "fr" },
      <Inspector newLink={null} />,
    );
    type(screen.getByTestId("field-end"), "bientôt");
    // An amount without a currency where none stood, and a share that nothing can have.
    type(screen.getByTestId("field-budget"), "250");
    type(screen.getByTestId("field-percent_complete"), "140 %");
    expect(host.asked).toEqual([]);
    expect(told).toEqual(
      ["bientôt", "250", "140 %"].map(
        (text) => `«\u00a0${text}\u00a0» n’a pas été repris. Le champ est resté tel quel.`,
      ),
    );
  });

  it("opens the mechanism of a link that was just drawn", async () => {
    const { host } = await bench(
      {
        elements: [initiative("i1", "Harbour app"), goal],
        links: [contribution("l1", "i1", "o1")],
        select: ["l1"],
      },
      <Inspector newLink="l1" />,
    );
    const field = screen.getByTestId("link-mechanism");
    expect(document.activeElement).toBe(field);
    type(field, "Fewer empty places");
    await waitFor(() =>
      expect(host.asked).toEqual([
        [{ type: "set_link", link: "l1", patch: { field: "mechanism", value: "Fewer empty places" } }],
      ]),
    );
  });

  it("sets the owner of several elements in one step", async () => {
    const { host } = await bench(
      { elements: [goal, initiative("i1", "Harbour app")], select: ["o1", "i1"] },
      <Inspector newLink={null} />,
    );
    type(screen.getByLabelText("Owner"), "I. Falk");
    await waitFor(() => expect(host.asked).toHaveLength(1));
    expect(host.asked[0]?.map((edit) => (edit.type === "set" ? edit.element : ""))).toEqual(["o1", "i1"]);
  });
});

describe("the findings", () => {
  const work = Array.from({ length: 91 }, (_, i) => initiative(`i${i}`, `Project ${i}`));
  const judge = (records: Stored[]) => {
    const served = new Set(records.flatMap((it) => (it.type === "link" ? [it.record.from] : [])));
    return work.filter((it) => !served.has(it.id)).map((it) => finding("D103", it));
  };

  it("fold ninety of one rule into one line that opens", async () => {
    await bench({ elements: work, findings: judge }, <Findings />);
    expect(screen.queryByTestId("finding-D103.i5")).toBeNull();
    expect(screen.getByRole("heading", { level: 1 }).textContent).toBe(
      "91 findings stand open and come down to one cause.",
    );
    fireEvent.click(screen.getByTestId("cause-D103"));
    expect(screen.getByTestId("finding-D103.i5")).toBeTruthy();
  });

  it("show their subject on the map when chosen", async () => {
    const { shown } = await bench(
      { elements: work.slice(0, 1), findings: () => [finding("D103", work[0] ?? goal)] },
      <Findings />,
    );
    fireEvent.click(
      within(screen.getByTestId("finding-D103.i0")).getByText("Project 0 reaches no objective."),
    );
    expect(shown).toEqual([["i0"]]);
  });

  it("leave the list beside the map when the missing link is drawn", async () => {
    const { store } = await bench(
      { elements: [...work, goal], findings: judge },
      <FindingsSide onClose={() => undefined} />,
    );
    expect(screen.getByText("91 open")).toBeTruthy();
    expect(screen.getByTestId("finding-D103.i0")).toBeTruthy();
    await store.edit([{ type: "connect", id: "l1", from: "i0", to: "o1", kind: "contribution" }]);
    await waitFor(() => expect(screen.getByText("90 open")).toBeTruthy());
    await waitFor(() => expect(screen.queryByTestId("finding-D103.i0")).toBeNull());
  });
});
