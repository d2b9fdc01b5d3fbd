// @vitest-environment happy-dom
import { act, cleanup, fireEvent, render, screen, waitFor, within } from "@testing-library/react";
import type { ReactNode } from "react";
import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { fakeHost } from "../api/fake.ts";
import type { Element, Finding, Lang } from "../api/index.ts";
import { decision, finding, indicator, initiative, objective, stored, term } from "../model/fixture.ts";
import type { State } from "../model/store.ts";
import { useStore } from "../panels/desk.tsx";
import { bench } from "../panels/fixture.tsx";
import { App } from "./App.tsx";
import type { Situation, Verbs } from "./actions.ts";
import { Palette } from "./Palette.tsx";
import { Session } from "./session.ts";

afterEach(cleanup);
// Without a layout the list would have no room for a row.
beforeEach(() => {
  vi.spyOn(HTMLElement.prototype, "clientHeight", "get").mockReturnValue(900);
});

// The map waits for its typeface; this page has none.
Object.defineProperty(document, "fonts", { value: { load: async () => [], ready: Promise.resolve() } });

const refunds = initiative("i1", "Renew ticket refunds", {
  owner: { known: "Hélène Dupont" },
  tags: ["customers"],
  description:
    "Since the counters closed in spring, islanders have had to send their tickets in by letter post.",
});
const old = initiative("i2", "Ticket", { archived: { on: "2026-01-31", reason: "" } });
const share = indicator("k1", "Réclamations par mois");
const freeze = decision("d1", "Freeze the timetable");
const word = term("t1", "Refund", ["reimbursement"]);
const ELEMENTS = [old, refunds, objective("o1", "Full decks"), share, freeze, word];

interface Asked {
  elements?: readonly Element[];
  findings?: Finding[];
  lang?: Lang;
}

/** The palette alone, on a desk over the host in memory, with what it asked of the frame. */
async function palette({ elements = ELEMENTS, findings = [], lang = "en" }: Asked = {}) {
  const asked: string[] = [];
  const verbs = new Proxy({} as Verbs, {
    get: (_, verb) => (what?: string) =>
      asked.push(what === undefined ? String(verb) : `${String(verb)} ${what}`),
  });
  const situation: Situation = { state: null, selected: 0, view: "map", canvas: null };
  const desk = await bench(
    { elements, findings: () => findings, lang },
    <Whole
      render={(state) => (
        <Palette verbs={verbs} situation={{ ...situation, state }} onDone={() => undefined} />
      )}
    />,
  );
  const take = async () => {
    fireEvent.keyDown(screen.getByTestId("palette-field"), { key: "Enter" });
    await act(() => new Promise((done) => setTimeout(done, 5)));
  };
  return { ...desk, asked, take };
}

function Whole({ render }: { render: (state: State) => ReactNode }) {
  return render(useStore((state) => state));
}

function type(text: string): void {
  fireEvent.change(screen.getByTestId("palette-field"), { target: { value: text } });
}

const rows = () => screen.queryAllByRole("option").map((row) => row.textContent ?? "");
const groups = () =>
  screen.queryAllByRole("group").map((group) => group.querySelector(".menu-head")?.textContent);

describe("the palette", () => {
  it("finds an element whose name is misspelt, in any order and without accents", async () => {
    await palette();
    type("refnuds tikcet");
    expect(rows()[0]).toContain("Renew ticket refunds");
    type("reclamations");
    expect(rows()[0]).toContain("Réclamations par mois");
  });

  it("says where something answers that its title does not tell, and shows the words there", async () => {
    await palette();
    type("letter islanders");
    const row = screen.getAllByRole("option")[0];
    expect(row?.textContent).toContain("Renew ticket refunds");
    expect(row?.querySelector(".beside")?.textContent).toMatch(
      /^Description · … .*islanders .* letter post\.$/,
    );
    expect([...(row?.querySelectorAll("mark") ?? [])].map((mark) => mark.textContent)).toEqual([
      "islanders",
      "letter",
    ]);
    type("reimbursement");
    expect(rows()[0]).toMatch(/^RefundAlso called · reimbursement/);
  });

  it("puts archived elements last and marks them", async () => {
    await palette();
    type("ticket");
    const found = within(screen.getByRole("group", { name: "Elements" })).getAllByRole("option");
    expect(found.map((row) => row.textContent)).toEqual([
      "Renew ticket refundsInitiative",
      "TicketInitiative · archived",
    ]);
  });

  it("puts the sort with the best answer first", async () => {
    await palette();
    type("go to the table");
    expect(groups()[0]).toBe("Commands");
    expect(rows()[0]).toContain("Go to the table");
    type("decks");
    expect(groups()[0]).toBe("Elements");
  });

  it("narrows by a sign to commands, to tags, to findings", async () => {
    await palette({ findings: [finding("D103", refunds)] });
    type(">go");
    expect(groups()).toEqual(["Commands"]);
    type("#cust");
    expect(rows()).toEqual(["Renew ticket refundsTags · customersInitiative"]);
    type("#");
    expect(rows().length).toBe(1);
    type("!");
    expect(rows()).toEqual(["highRenew ticket refunds reaches no objective.D103"]);
  });

  it("offers findings by what they say, by code and by rule, and none that stand undecided", async () => {
    const undecided = finding("D104", refunds, { result: "cannot_tell", message: "Nobody can tell." });
    await palette({ findings: [finding("D103", refunds), undecided] });
    for (const text of ["reaches objective", "d103", "reachs objectve"]) {
      type(text);
      expect(groups(), text).toContain("Findings");
    }
    type("d103");
    expect(document.querySelector(".hint mark")?.textContent).toBe("D103");
    type("d104");
    expect(rows()).toEqual([]);
  });

  it("says so when nothing is found", async () => {
    await palette({ lang: "fr" });
    type("xylofrage");
    expect(rows()).toEqual([]);
    expect(screen.getByText(/^Rien ne répond à cela/)).toBeTruthy();
    expect(screen.getByText("commandes seules")).toBeTruthy();
  });

  it("finds what was added, renamed or removed since", async () => {
    const { store } = await palette();
    type("harbour");
    expect(rows()).toEqual([]);
    const patch = { field: "title" as const, value: "Harbour lights" };
    await act(async () => void (await store.edit([{ type: "set", element: "o1", patch }])));
    expect(rows()[0]).toContain("Harbour lights");
    type("full decks");
    expect(rows()).toEqual([]);
  });

  it("offers what was chosen lately while nothing is typed, the latest first and once", async () => {
    const { take } = await palette({ findings: [finding("D103", refunds)] });
    for (const text of ["full decks", "go to the table", "!d103", "full decks"]) {
      type(text);
      await take();
    }
    type("");
    expect(groups()).toEqual(["Chosen lately", "Commands"]);
    const recent = within(screen.getByRole("group", { name: "Chosen lately" })).getAllByRole("option");
    expect(recent.map((row) => row.querySelector(".cut")?.textContent)).toEqual([
      "Full decks",
      "Renew ticket refunds reaches no objective.",
      "Go to the table",
    ]);
    expect(rows().filter((row) => row.startsWith("Go to the table")).length).toBe(1);
  });

  it("opens each thing where it can be read: on the map, in its own view, or beside the map", async () => {
    const { take, asked, shown, selection } = await palette({ findings: [finding("D103", refunds)] });
    type("full decks");
    await take();
    expect([shown, asked]).toEqual([[["o1"]], []]);
    for (const [text, where, id] of [
      ["reclamations", "go indicators", "k1"],
      ["freeze", "go decisions", "d1"],
      ["reimbursement", "go map", "t1"],
    ] as const) {
      type(text);
      await take();
      expect([asked.pop(), selection.ids()]).toEqual([where, [id]]);
    }
    type("!d103");
    await take();
    type("go to the history");
    await take();
    expect(asked).toEqual(["showFinding D103.i1", "go history"]);
  });
});

describe("a finding that is chosen", () => {
  it("is shown among the others, opened and with the keyboard on it", async () => {
    const many = Array.from({ length: 80 }, (_, i) => initiative(`m${i}`, `Quay ${i + 1}`));
    const found = many.map((it) => finding("D103", it));
    render(<App session={new Session(fakeHost({ records: stored(many), findings: () => found }), "en")} />);
    await waitFor(() => screen.getByTestId("canvas"));
    fireEvent.keyDown(document.body, { key: "k", ctrlKey: true });
    await waitFor(() => screen.getByTestId("palette-field"));
    type("d103 quay 77");
    fireEvent.keyDown(screen.getByTestId("palette-field"), { key: "Enter" });
    const row = await waitFor(() => screen.getByTestId("finding-D103.m76"));
    expect(row.getAttribute("aria-current")).toBe("true");
    await waitFor(() => expect(row.contains(document.activeElement)).toBe(true));
  });
});
