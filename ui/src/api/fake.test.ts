import { expect, test } from "vitest";
import type { Edit } from "./bindings";
import { asFailure, mannerOf } from "./errors";
import { fakeHost } from "./fake";

const add = (id: string): Edit => ({
  type: "add_element",
  id,
  kind: "initiative",
  title: id,
  spot: { canvas: "map", x: 1, y: 2 },
});

async function opened() {
  const host = fakeHost();
  await host.create("/a.thru", "Valmere");
  return host;
}

test("an element with a spot is added with its place, as one step", async () => {
  const host = await opened();
  const { diff, revision, steps } = await host.edit(1, [add("a")], { from: "typed" });
  expect(diff.changes.map((it) => it.after?.type)).toEqual(["element", "placement"]);
  expect(revision).toBe(1);
  expect(steps.undo).not.toBeNull();
});

test("removing an element takes its links and places, and undo brings all back", async () => {
  const host = await opened();
  await host.edit(
    1,
    [add("a"), add("b"), { type: "connect", id: "l", from: "a", to: "b", kind: "depends_on" }],
    { from: "typed" },
  );
  const before = (await host.view()).records;
  const { diff } = await host.edit(1, [{ type: "remove", elements: ["a"] }], { from: "typed" });
  expect(diff.changes.map((it) => it.before?.type).sort()).toEqual(["element", "link", "placement"]);
  await host.undo(1);
  const after = (await host.view()).records;
  expect(after).toHaveLength(before.length);
  expect(after).toEqual(expect.arrayContaining(before));
});

test("redo does again what undo took back", async () => {
  const host = await opened();
  await host.edit(1, [add("a")], { from: "typed" });
  await host.edit(1, [{ type: "set", element: "a", patch: { field: "title", value: "One Ticket" } }], {
    from: "typed",
  });
  await host.undo(1);
  const { diff, steps } = await host.redo(1);
  const after = diff.changes[0]?.after;
  expect(after?.type === "element" && after.record.title).toBe("One Ticket");
  expect(steps.redo).toBeNull();
});

test("a batch with an impossible edit changes nothing", async () => {
  const host = await opened();
  const before = await host.view();
  const reason = await host
    .edit(1, [add("a"), { type: "set", element: "x", patch: { field: "title", value: "y" } }], {
      from: "typed",
    })
    .catch((it: unknown) => it);
  expect(asFailure(reason).code).toBe("not_found");
  expect((await host.view()).records).toEqual(before.records);
});

test("without a portfolio the view is refused", async () => {
  const reason = await fakeHost()
    .view()
    .catch((it: unknown) => it);
  expect(asFailure(reason).code).toBe("no_portfolio");
});

test("a reason that is not a failure is a fault of ours and keeps its text", () => {
  expect(asFailure(new TypeError("boom"))).toEqual({
    code: "internal",
    message: "boom",
    hint: "",
    owner: null,
  });
  expect(asFailure({ code: "no_such_code", message: "m", hint: "h" }).code).toBe("internal");
  expect(mannerOf("anything").tone).toBe("error");
});
