// @vitest-environment happy-dom
import { cleanup, fireEvent, screen, waitFor, within } from "@testing-library/react";
import { afterEach, describe, expect, it } from "vitest";
import { contribution, finding, indicator, initiative, objective } from "../../model/fixture.ts";
import { bench, type } from "../fixture.tsx";
import { Inspector } from "./Inspector.tsx";
import { divided, restOf, shareOf } from "./shares.ts";

afterEach(cleanup);

const app = initiative("i1", "Harbour app", { budget: { known: { amount: "100.01", currency: "EUR" } } });
const other = initiative("i2", "Harbor app");
const far = initiative("i3", "Payroll exit");
const goal = objective("o1", "Full decks");

async function choose(entry: string): Promise<void> {
  fireEvent.click(screen.getByTestId("element-menu"));
  fireEvent.click(await screen.findByTestId(`menu-${entry}`));
}

function fill(id: string, text: string): void {
  fireEvent.change(screen.getByTestId(id), { target: { value: text } });
}

describe("an element as a whole", () => {
  it("is put away with a reason, can then only be read, is judged by no rule, and comes back", async () => {
    const { store, host } = await bench(
      { elements: [app], select: ["i1"], findings: () => [finding("D103", app)] },
      <Inspector newLink={null} />,
    );
    await choose("archive");
    await screen.findByTestId("archive-reason");
    expect(screen.getByTestId("ask-act")).toHaveProperty("disabled", true);
    fill("archive-reason", "Bought elsewhere");
    fireEvent.click(screen.getByTestId("ask-act"));
    await waitFor(() =>
      expect(store.state.portfolio.elements.get("i1")?.archived?.reason).toBe("Bought elsewhere"),
    );
    expect(store.state.findings).toEqual([]);
    expect(screen.getByText(/Bought elsewhere/)).toBeTruthy();
    expect(screen.getByTestId("inspector-title")).toHaveProperty("readOnly", true);
    fireEvent.click(screen.getByTestId("restore"));
    await waitFor(() => expect(store.state.portfolio.elements.get("i1")?.archived).toBeNull());
    expect(store.state.findings).toHaveLength(1);
    expect(host.asked).toHaveLength(2);
  });

  it("merges with the one whose title is most alike, takes its links along, and comes apart by one undo", async () => {
    const { store, host, selection } = await bench(
      {
        elements: [app, far, other, goal],
        links: [contribution("l1", "i2", "o1")],
        select: ["i1"],
      },
      <Inspector newLink={null} />,
    );
    await choose("merge");
    await screen.findByTestId("merge-find");
    const offered = screen.getAllByRole("option").map((it) => it.textContent);
    expect(offered[0]).toContain("Harbor app");
    expect(offered[1]).toContain("Payroll exit");
    fireEvent.keyDown(screen.getByTestId("merge-find"), { key: "Enter" });
    expect(await screen.findByText("Moves along: 1 link.")).toBeTruthy();
    fireEvent.click(screen.getByTestId("ask-act"));
    await waitFor(() => expect(store.state.portfolio.elements.has("i2")).toBe(false));
    expect(store.state.portfolio.links.get("l1")?.from).toBe("i1");
    expect(host.asked).toEqual([[{ type: "merge", into: "i1", from: ["i2"] }]]);
    expect(selection.ids()).toEqual(["i1"]);
    await store.undo();
    expect(store.state.portfolio.links.get("l1")?.from).toBe("i2");
    expect(store.state.portfolio.elements.has("i2")).toBe(true);
  });

  it("splits into parts with titles and shares in one step, and refuses shares that leave nothing", async () => {
    const { store, host } = await bench({ elements: [app], select: ["i1"] }, <Inspector newLink={null} />);
    await choose("split");
    await screen.findByTestId("split-title-2");
    fill("split-share-2", "100");
    expect(screen.getByTestId("ask-act")).toHaveProperty("disabled", true);
    fill("split-share-2", "25");
    expect(screen.getByTestId("split-rest").textContent).toBe("75\u00a0%");
    fill("split-title-1", "Harbour app for islanders");
    fill("split-title-2", "Harbour app for hauliers");
    fireEvent.click(screen.getByTestId("ask-act"));
    await waitFor(() => expect(host.asked).toHaveLength(1));
    const [split, rename] = host.asked[0] ?? [];
    expect(split).toMatchObject({
      element: "i1",
      parts: [{ title: "Harbour app for hauliers", share: "0.25" }],
    });
    expect(rename).toMatchObject({ patch: { field: "title", value: "Harbour app for islanders" } });
    await waitFor(() => expect(store.state.portfolio.elements.size).toBe(2));
  });

  it("is removed from its menu", async () => {
    const { host } = await bench({ elements: [app], select: ["i1"] }, <Inspector newLink={null} />);
    await choose("remove");
    await waitFor(() => expect(host.asked).toEqual([[{ type: "remove", elements: ["i1"] }]]));
  });

  it("takes tags that are in use, new ones, and lets them go", async () => {
    const tagged = { ...goal, tags: ["summer"] };
    const { store } = await bench({ elements: [app, tagged], select: ["i1"] }, <Inspector newLink={null} />);
    fireEvent.click(screen.getByTestId("tag-add"));
    await screen.findByTestId("tag-find");
    expect(screen.getByRole("option").textContent).toBe("summer");
    fill("tag-find", "mobile");
    fireEvent.keyDown(screen.getByTestId("tag-find"), { key: "Enter" });
    await waitFor(() => expect(store.state.portfolio.elements.get("i1")?.tags).toEqual(["mobile"]));
    fireEvent.click(screen.getByLabelText("Remove the tag “mobile”"));
    await waitFor(() => expect(store.state.portfolio.elements.get("i1")?.tags).toEqual([]));
  });

  it("keeps its keys in other systems by hand", async () => {
    const { store } = await bench({ elements: [app], select: ["i1"] }, <Inspector newLink={null} />);
    fireEvent.click(screen.getByTestId("key-add"));
    await screen.findByTestId("key-source");
    fill("key-source", "Jira");
    fill("key-key", "APP-1");
    fireEvent.click(screen.getByTestId("ask-act"));
    const keys = () => store.state.portfolio.elements.get("i1")?.external_keys;
    await waitFor(() => expect(keys()).toEqual([{ source: "Jira", key: "APP-1" }]));
    type(screen.getByTestId("key-0"), "APP-2");
    await waitFor(() => expect(keys()).toEqual([{ source: "Jira", key: "APP-2" }]));
    fireEvent.click(screen.getByLabelText("Remove the key APP-2 of Jira"));
    await waitFor(() => expect(keys()).toEqual([]));
  });

  it("that was put away is found again where nothing is selected", async () => {
    const away = { ...app, archived: { on: "2026-10-01", reason: "Twice" } };
    const { store } = await bench(
      { elements: [away, indicator("k1", "Noise")] },
      <Inspector newLink={null} />,
    );
    const list = within(screen.getByRole("region", { name: "Archived" }));
    expect(list.getByText(/Twice/)).toBeTruthy();
    fireEvent.click(list.getByText("Restore"));
    await waitFor(() => expect(store.state.portfolio.elements.get("i1")?.archived).toBeNull());
  });
});

describe("shares of a split", () => {
  it("add up to the whole to the cent, whatever is rounded", () => {
    const shares = ["33.3", "33.3"].flatMap((text) => shareOf(text, "en") ?? []);
    const parts = divided({ amount: "100.01", currency: "EUR" }, shares);
    expect(parts.map((it) => it.amount)).toEqual(["33.41", "33.3", "33.3"]);
  });

  it("are more than nothing and leave something to the first part", () => {
    expect(shareOf("0", "en")).toBeNull();
    expect(shareOf("100", "en")).toBeNull();
    expect(shareOf("12,5 %", "fr")).not.toBeNull();
    expect(restOf([shareOf("60", "en"), shareOf("40", "en")])).toBeNull();
  });
});

describe("what the marks of a card mean", () => {
  const key = () => screen.queryByText("Delivery above, outcome below; hatched: unknown");

  it("stands open while nothing is selected", async () => {
    await bench({ elements: [app] }, <Inspector newLink={null} />);
    expect(key()).toBeTruthy();
  });

  it.each([
    ["one element", ["i1"]],
    ["several", ["i1", "i2"]],
    ["a link", ["l1"]],
    ["several links", ["l1", "l2"]],
  ])("is one press away beside %s", async (_, select) => {
    const links = [contribution("l1", "i1", "o1"), contribution("l2", "i2", "o1")];
    await bench({ elements: [app, other, goal], links, select }, <Inspector newLink={null} />);
    expect(key()).toBeNull();
    fireEvent.click(screen.getByTestId("card-key"));
    await waitFor(() => expect(key()).toBeTruthy());
  });
});
