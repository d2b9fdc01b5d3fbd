import { describe, expect, it, vi } from "vitest";
import type { Changed, Edit, Record as Stored } from "../api/bindings.ts";
import { contribution, finding, initiative, objective, stored, viewOf } from "./fixture.ts";
import { linksOf, patched, portfolioOf } from "./portfolio.ts";
import { type Port, Store } from "./store.ts";

const app = initiative("i1", "One app");
const goal = objective("o1", "Full decks");
const link = contribution("l1", "i1", "o1");

function changed(revision: number, changes: Changed["diff"]["changes"]): Changed {
  return { revision, diff: { changes }, findings: { gone: [], now: [] }, steps: { undo: null, redo: null } };
}

function added(record: Stored) {
  return { before: null, after: record };
}

function port(answers: Partial<Port> = {}): Port {
  const none = () => Promise.reject(new Error("not asked for"));
  return { view: none, edit: none, undo: none, redo: none, importFile: none, ...answers };
}

describe("the mirror", () => {
  it("finds links by both of their ends", () => {
    const portfolio = portfolioOf(stored([app, goal], [link]));
    expect(linksOf(portfolio.linksFrom, "i1")).toEqual([link]);
    expect(linksOf(portfolio.linksTo, "o1")).toEqual([link]);
    expect(linksOf(portfolio.linksTo, "i1")).toEqual([]);
  });

  it("keeps the identity of every table that a diff does not touch", () => {
    const before = portfolioOf(stored([app, goal], [link]));
    const renamed = { ...app, title: "Two apps" };
    const after = patched(before, [
      { before: { type: "element", record: app }, after: { type: "element", record: renamed } },
    ]);
    expect(after.elements).not.toBe(before.elements);
    expect(after.links).toBe(before.links);
    expect(after.linksFrom).toBe(before.linksFrom);
    expect(before.elements.get("i1")?.title).toBe("One app");
    expect(after.elements.get("i1")?.title).toBe("Two apps");
  });

  it("takes a link out of both indexes", () => {
    const before = portfolioOf(stored([app, goal], [link]));
    const after = patched(before, [{ before: { type: "link", record: link }, after: null }]);
    expect(after.links.size).toBe(0);
    expect(linksOf(after.linksFrom, "i1")).toEqual([]);
    expect(linksOf(after.linksTo, "o1")).toEqual([]);
    expect(linksOf(before.linksFrom, "i1")).toEqual([link]);
  });

  it("moves a link whose ends changed", () => {
    const other = objective("o2", "Quiet crossings");
    const before = portfolioOf(stored([app, goal, other], [link]));
    const moved = { ...link, to: "o2" };
    const after = patched(before, [
      { before: { type: "link", record: link }, after: { type: "link", record: moved } },
    ]);
    expect(linksOf(after.linksTo, "o1")).toEqual([]);
    expect(linksOf(after.linksTo, "o2")).toEqual([moved]);
    expect(linksOf(after.linksFrom, "i1")).toEqual([moved]);
  });
});

describe("the store", () => {
  const edits: Edit[] = [{ type: "set_title", title: "x" }];

  it("applies the answer to an edit when its revision is the next", async () => {
    const store = new Store(
      port({ edit: async () => changed(1, [added({ type: "element", record: goal })]) }),
      viewOf(stored([app])),
    );
    await store.edit(edits);
    expect(store.state.revision).toBe(1);
    expect(store.state.portfolio.elements.has("o1")).toBe(true);
    expect(store.state.underway).toBe(0);
  });

  it("fetches the whole portfolio when a revision was missed", async () => {
    const view = vi.fn(async () => viewOf(stored([app, goal]), { revision: 7 }));
    const store = new Store(port({ view }), viewOf(stored([app])));
    await store.take(changed(7, []));
    expect(view).toHaveBeenCalledOnce();
    expect(store.state.revision).toBe(7);
    expect(store.state.portfolio.elements.has("o1")).toBe(true);
  });

  it("passes over a change that it knows already", async () => {
    const store = new Store(port(), viewOf(stored([app]), { revision: 3 }));
    await store.take(changed(3, [added({ type: "element", record: goal })]));
    expect(store.state.portfolio.elements.has("o1")).toBe(false);
  });

  it("changes nothing when the host refuses, and says so to whoever asked", async () => {
    const store = new Store(
      port({ edit: () => Promise.reject({ code: "not_found" }) }),
      viewOf(stored([app])),
    );
    const before = store.state.portfolio;
    await expect(store.edit(edits)).rejects.toEqual({ code: "not_found" });
    expect(store.state.portfolio).toBe(before);
    expect(store.state.underway).toBe(0);
  });

  it("asks one edit after the other, also after a refusal", async () => {
    const order: string[] = [];
    let revision = 0;
    const store = new Store(
      port({
        edit: async (_, [edit]) => {
          const title = edit?.type === "set_title" ? edit.title : "";
          order.push(`ask ${title}`);
          await Promise.resolve();
          order.push(`answer ${title}`);
          if (title === "b") throw { code: "bad_value" };
          revision += 1;
          return changed(revision, []);
        },
      }),
      viewOf(stored([app])),
    );
    const asked = ["a", "b", "c"].map((title) => store.edit([{ type: "set_title", title }]));
    const settled = await Promise.allSettled(asked);
    expect(order).toEqual(["ask a", "answer a", "ask b", "answer b", "ask c", "answer c"]);
    expect(settled.map(({ status }) => status)).toEqual(["fulfilled", "rejected", "fulfilled"]);
    expect(store.state.revision).toBe(2);
  });

  it("follows what changed in the findings, keeps their order and sets apart what somebody accepted", async () => {
    const first = finding("D103", app, { severity: "medium" });
    const other = finding("M501", app);
    const store = new Store(port(), viewOf(stored([app]), { findings: [first] }));
    const told = (revision: number, findings: Changed["findings"]) =>
      store.take({ revision, diff: { changes: [] }, findings, steps: { undo: null, redo: null } });
    await told(1, { gone: [], now: [other] });
    expect(store.state.findings.map((it) => it.code)).toEqual(["M501", "D103"]);
    const before = store.state.findings;
    await told(2, { gone: [], now: [] });
    expect(store.state.findings).toBe(before);
    await told(3, { gone: [first.key], now: [{ ...other, accepted: "w1" }] });
    expect(store.state.findings).toEqual([]);
    expect(store.state.accepted.map((it) => it.code)).toEqual(["M501"]);
  });
});
