/* What a step is called in the host that lives in memory: by its first edit, and by the element that it is about. */
import type { Edit, Label } from "./bindings";
import type { Records } from "./fakeEdits";

const VERBS: Partial<Record<Edit["type"], Label["verb"]>> = {
  add_element: "add",
  insert_element: "add",
  remove: "remove",
  connect: "connect",
  insert_link: "connect",
  set_link: "change_link",
  disconnect: "disconnect",
  place: "move",
  tidy: "tidy",
  archive: "archive",
  restore: "restore",
  set_settings: "settings",
  set_title: "settings",
  set_rule: "set_rule",
  put_own_rule: "write_rule",
  remove_own_rule: "remove_rule",
};

type Step = Pick<Label, "verb" | "kind" | "title">;

/** The field that all of these change, unless the verb says it. */
export function fieldOf(edits: readonly Edit[]): Label["field"] {
  const fields = new Set(edits.map((edit) => (edit.type === "set" ? edit.patch.field : null)));
  const [field = null] = fields;
  return fields.size > 1 || field === "title" || field === "why" ? null : field;
}

export function stepOf(records: Records, edits: readonly Edit[]): Step {
  const [edit] = edits;
  if (edit === undefined) return { verb: "change", kind: null, title: "" };
  const verb = VERBS[edit.type] ?? "change";
  if (edit.type === "add_element") return { verb, kind: edit.kind, title: edit.title };
  if (edit.type === "set_rule") return { verb, kind: null, title: edit.code };
  const id = edit.type === "set" ? edit.element : "elements" in edit ? edit.elements[0] : undefined;
  const stored = records.get(`element:${id}`);
  const { kind, title } = stored?.type === "element" ? stored.record : { kind: null, title: "" };
  if (edit.type !== "set") return { verb, kind, title };
  if (edit.patch.field === "title") return { verb: "rename", kind, title: edit.patch.value };
  return { verb: edit.patch.field === "why" ? "write_why" : verb, kind, title };
}
