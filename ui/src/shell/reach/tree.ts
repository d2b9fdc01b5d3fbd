/*
 * What a browser tells a screen reader of a page, as lines of text: role, name and state, with what lies in it further
 * to the right. Only as much of the rules as these pages need; a browser was asked once whether it agrees.
 */
const ROLES: Readonly<Record<string, string>> = {
  button: "button",
  textarea: "textbox",
  input: "textbox",
  h1: "heading",
  h2: "heading",
  h3: "heading",
  nav: "navigation",
  aside: "complementary",
  ol: "list",
  ul: "list",
  li: "listitem",
  main: "main",
};
/** Roles that are called by what is written in them. */
const NAMED_BY_TEXT = new Set(["button", "option", "heading", "menuitem", "link"]);
const STATES = ["selected", "pressed", "expanded", "disabled", "current", "checked"] as const;

function roleOf(it: Element): string | null {
  const given = it.getAttribute("role");
  if (given !== null) return given;
  const tag = it.tagName.toLowerCase();
  if (tag === "section") return it.hasAttribute("aria-label") ? "region" : null;
  return ROLES[tag] ?? null;
}

const tidy = (text: string): string => text.replace(/\s+/gu, " ").trim();

/** The text of a node without what is hidden from a screen reader. */
function textOf(it: Node): string {
  if (it.nodeType === Node.TEXT_NODE) return it.textContent ?? "";
  if (!(it instanceof Element) || isHidden(it)) return "";
  return [...it.childNodes].map(textOf).join(it.tagName === "P" ? " " : "");
}

function isHidden(it: Element): boolean {
  return it.getAttribute("aria-hidden") === "true" || it.hasAttribute("hidden") || it.hasAttribute("inert");
}

function nameOf(it: Element, role: string): string {
  const label = it.getAttribute("aria-label");
  if (label !== null) return tidy(label);
  return NAMED_BY_TEXT.has(role) ? tidy(textOf(it)) : "";
}

function statesOf(it: Element): string {
  const states = STATES.flatMap((state) => {
    const value =
      it.getAttribute(`aria-${state}`) ??
      (state === "disabled" && it.hasAttribute("disabled") ? "true" : null);
    if (value === null || value === "false") return [];
    return value === "true" ? [state] : [`${state}: ${value}`];
  });
  const [at, of] = [it.getAttribute("aria-posinset"), it.getAttribute("aria-setsize")];
  if (at !== null && of !== null) states.push(`${at} of ${of}`);
  return states.length === 0 ? "" : ` (${states.join(", ")})`;
}

/** The tree under a node; `on` is what the keyboard is said to be on. */
export function treeOf(root: Element, on: string | null = null, depth = 0): string[] {
  if (isHidden(root)) return [];
  const role = roleOf(root);
  const active = root.getAttribute("aria-activedescendant") ?? on;
  const inside = (by: number): string[] => [...root.children].flatMap((it) => treeOf(it, active, depth + by));
  if (role === null || role === "presentation" || role === "none") return inside(0);
  const here = active !== null && root.id === active ? " ← keyboard" : "";
  const line = `${"  ".repeat(depth)}${role} “${nameOf(root, role)}”${statesOf(root)}${here}`;
  return [line, ...(NAMED_BY_TEXT.has(role) ? [] : inside(1))];
}
