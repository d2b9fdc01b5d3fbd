// @vitest-environment happy-dom
import { cleanup, fireEvent, screen, waitFor } from "@testing-library/react";
import { afterEach, describe, expect, it } from "vitest";
import type { Link } from "../../api/bindings.ts";
import { contribution, initiative, objective } from "../../model/fixture.ts";
import { bench, type } from "../fixture.tsx";
import { Inspector } from "./Inspector.tsx";

afterEach(cleanup);

const a = initiative("a", "Harbour app", { owner: { known: "I. Falk" }, tags: ["summer", "app"] });
const b = initiative("b", "Harbor app", { owner: { known: "A. Moreno" }, tags: ["summer"] });
const goal = objective("o1", "Full decks");

describe("several at once", () => {
  it("share all fields of their kind, with “various” where they differ", async () => {
    const { host } = await bench({ elements: [a, b], select: ["a", "b"] }, <Inspector newLink={null} />);
    expect(screen.getByTestId("field-owner")).toHaveProperty("placeholder", "various");
    expect(screen.getByTestId("field-budget")).toHaveProperty("placeholder", "not given");
    type(screen.getByTestId("field-end"), "31 Dec 2026");
    await waitFor(() => expect(host.asked).toHaveLength(1));
    expect(host.asked[0]).toEqual(
      ["a", "b"].map((element) => ({
        type: "set",
        element,
        patch: { field: "end", value: { known: "2026-12-31" } },
      })),
    );
  });

  it("of several kinds share only what all of them have", async () => {
    await bench({ elements: [a, goal], select: ["a", "o1"] }, <Inspector newLink={null} />);
    expect(screen.getByTestId("field-owner")).toBeTruthy();
    expect(screen.queryByTestId("field-budget")).toBeNull();
    expect(screen.queryByTestId("many-merge")).toBeNull();
  });

  it("take a tag and lose it in one step each, and touch only those it concerns", async () => {
    const { host } = await bench({ elements: [a, b], select: ["a", "b"] }, <Inspector newLink={null} />);
    fireEvent.click(screen.getByLabelText("Remove the tag “app”"));
    await waitFor(() => expect(host.asked).toHaveLength(1));
    expect(host.asked[0]).toEqual([
      { type: "set", element: "a", patch: { field: "tags", value: ["summer"] } },
    ]);
    fireEvent.click(screen.getByTestId("tag-add"));
    fireEvent.change(await screen.findByTestId("tag-find"), { target: { value: "islands" } });
    fireEvent.keyDown(screen.getByTestId("tag-find"), { key: "Enter" });
    await waitFor(() => expect(host.asked).toHaveLength(2));
    expect(host.asked[1]).toHaveLength(2);
  });

  it("become one, and the person says which one stays", async () => {
    const { host, selection } = await bench(
      { elements: [a, b], select: ["a", "b"] },
      <Inspector newLink={null} />,
    );
    fireEvent.click(screen.getByTestId("many-merge"));
    fireEvent.click(await screen.findByTestId("merge-stays"));
    fireEvent.click(await screen.findByRole("option", { name: /Harbor app/ }));
    fireEvent.click(screen.getByTestId("ask-act"));
    await waitFor(() => expect(host.asked).toEqual([[{ type: "merge", into: "b", from: ["a"] }]]));
    await waitFor(() => expect(selection.ids()).toEqual(["b"]));
  });

  it("are put away with one reason and come back together", async () => {
    const { host } = await bench({ elements: [a, b], select: ["a", "b"] }, <Inspector newLink={null} />);
    fireEvent.click(screen.getByTestId("many-archive"));
    fireEvent.change(await screen.findByTestId("archive-reason"), { target: { value: "Budget cut" } });
    fireEvent.keyDown(screen.getByTestId("archive-reason"), { key: "Enter" });
    await waitFor(() => expect(host.asked).toHaveLength(1));
    fireEvent.click(await screen.findByTestId("many-restore"));
    await waitFor(() => expect(host.asked[1]).toEqual([{ type: "restore", elements: ["a", "b"] }]));
  });

  it("have their proposed contributions accepted at once, those of others left alone", async () => {
    const { store } = await bench(
      {
        elements: [a, b, goal, initiative("c", "Payroll exit")],
        links: [
          contribution("l1", "a", "o1", "proposed"),
          contribution("l2", "b", "o1", "disputed"),
          contribution("l3", "c", "o1", "proposed"),
        ],
        select: ["a", "b"],
      },
      <Inspector newLink={null} />,
    );
    fireEvent.click(screen.getByTestId("many-accept"));
    const state = (id: string) => store.state.portfolio.links.get(id);
    await waitFor(() => expect(state("l1")).toMatchObject({ state: "accepted" }));
    expect(state("l2")).toMatchObject({ state: "disputed" });
    expect(state("l3")).toMatchObject({ state: "proposed" });
  });
});

describe("several links at once", () => {
  const links = [contribution("l1", "a", "o1", "proposed"), contribution("l2", "b", "o1", "accepted")];

  it("say which they are and where they differ, and take a field as one step", async () => {
    const { host } = await bench(
      { elements: [a, b, goal], links, select: ["l1", "l2"] },
      <Inspector newLink={null} />,
    );
    expect(screen.getByTestId("many-links").textContent).toContain("2 links selected");
    expect(screen.getByTestId("many-links").textContent).toContain("Harbor app");
    expect(screen.getByTestId("link-state").textContent).toContain("various");
    type(screen.getByTestId("link-proposed-by"), "A. Moreno");
    await waitFor(() => expect(host.asked).toHaveLength(1));
    expect(host.asked[0]).toEqual(
      ["l1", "l2"].map((link) => ({
        type: "set_link",
        link,
        patch: { field: "proposed_by", value: "A. Moreno" },
      })),
    );
  });

  it("are accepted together, and only those that wait are touched", async () => {
    const { host, store } = await bench(
      { elements: [a, b, goal], links, select: ["l1", "l2"] },
      <Inspector newLink={null} />,
    );
    fireEvent.click(screen.getByTestId("link-accept"));
    await waitFor(() => expect(store.state.portfolio.links.get("l1")).toMatchObject({ state: "accepted" }));
    expect(host.asked).toEqual([
      [{ type: "set_link", link: "l1", patch: { field: "state", value: "accepted" } }],
    ]);
    expect(screen.getByTestId("link-state").textContent).toContain("accepted");
  });

  it("of several kinds have no common fields, and are removed together", async () => {
    const need: Link = { id: "n1", from: "a", to: "b", kind: "depends_on", needed_by: null };
    const { store } = await bench(
      { elements: [a, b, goal], links: [...links, need], select: ["l1", "n1"] },
      <Inspector newLink={null} />,
    );
    expect(screen.queryByTestId("link-mechanism")).toBeNull();
    fireEvent.click(screen.getByTestId("link-remove"));
    await waitFor(() => expect([...store.state.portfolio.links.keys()]).toEqual(["l2"]));
  });

  it("are seen below the elements that are selected with them", async () => {
    await bench({ elements: [a, b, goal], links, select: ["a", "b", "l1"] }, <Inspector newLink={null} />);
    expect(screen.getByTestId("field-owner")).toBeTruthy();
    expect(screen.getByTestId("many-links").textContent).toContain("1 link selected");
  });
});
