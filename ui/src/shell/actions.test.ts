import { describe, expect, it } from "vitest";
import type { MenuAction } from "../api/index.ts";
import { LANGS, wordsOf } from "../words/index.ts";
import { ACTIONS, actionOfMenu, type Situation } from "./actions.ts";
import { keyWords, matches, type Press } from "./keys.ts";
import { stepWords } from "./steps.ts";

const CLOSED: Situation = { state: null, selected: 0, view: "map", canvas: null };

function press(key: string, more: Partial<Press> = {}): Press {
  return { key, ctrlKey: false, metaKey: false, shiftKey: false, altKey: false, ...more };
}

describe("the actions", () => {
  it("have each their own name and their own keys", () => {
    const ids = ACTIONS.map(({ id }) => id);
    const keys = ACTIONS.flatMap((action) => action.keys);
    expect(new Set(ids).size).toBe(ids.length);
    expect(new Set(keys).size).toBe(keys.length);
  });

  it("are called something in every language", () => {
    for (const lang of LANGS) {
      for (const action of ACTIONS) {
        expect(action.label(wordsOf(lang), CLOSED).trim(), `${lang} ${action.id}`).not.toBe("");
      }
    }
  });

  it("change nothing while no portfolio is open", () => {
    const possible = ACTIONS.filter((action) => action.enabled(CLOSED)).map(({ id }) => id);
    expect(possible.sort()).toEqual(["about", "help", "import", "new", "open"]);
  });
});

describe("the menu bar of the system", () => {
  it("names only actions that there are", () => {
    const entries: readonly MenuAction[] = [
      "new",
      "new_window",
      "open",
      "import",
      "snapshot",
      "picture",
      "export",
      "undo",
      "redo",
      "zoom_in",
      "zoom_out",
      "zoom_fit",
      "palette",
      "shortcuts",
      "about",
    ];
    for (const entry of entries) expect(ACTIONS).toContain(actionOfMenu(entry));
  });
});

describe("keys", () => {
  it("mean Cmd on a Mac and Ctrl elsewhere", () => {
    expect(matches("Mod+Z", press("z", { ctrlKey: true }), false)).toBe(true);
    expect(matches("Mod+Z", press("z", { metaKey: true }), false)).toBe(false);
    expect(matches("Mod+Z", press("z", { metaKey: true }), true)).toBe(true);
  });

  it("tell undo from redo by Shift, whatever case the letter comes in", () => {
    const redo = press("Z", { ctrlKey: true, shiftKey: true });
    expect(matches("Mod+Shift+Z", redo, false)).toBe(true);
    expect(matches("Mod+Z", redo, false)).toBe(false);
  });

  it("take a sign with whatever Shift its keyboard needs", () => {
    expect(matches("?", press("?", { shiftKey: true }), false)).toBe(true);
    expect(matches("?", press("?"), false)).toBe(true);
    expect(matches("?", press("?", { ctrlKey: true }), false)).toBe(false);
  });

  it("are written as they stand on the keyboard", () => {
    expect(keyWords(wordsOf("en"), "Mod+Shift+Z", false)).toBe("Ctrl Shift Z");
    expect(keyWords(wordsOf("fr"), "Mod+Shift+Z", false)).toBe("Ctrl Maj Z");
    expect(keyWords(wordsOf("en"), "Mod+K", true)).toBe("⌘K");
  });
});

describe("a step of the history", () => {
  it("is named by what it did", () => {
    const label = {
      verb: "add",
      kind: "objective",
      title: "Full decks",
      count: 1,
      origin: { from: "typed" },
      field: null,
    } as const;
    expect(stepWords(wordsOf("en"), label)).toBe("add objective “Full decks”");
    expect(stepWords(wordsOf("fr"), label)).toBe("ajouter l’objectif «\u00a0Full decks\u00a0»");
  });

  it("counts when it did several things", () => {
    const label = {
      verb: "move",
      kind: "initiative",
      title: "One app",
      count: 10,
      origin: { from: "typed" },
      field: null,
    } as const;
    expect(stepWords(wordsOf("en"), label)).toBe("move 10 cards");
  });

  it("says which field it changed, in the words of the field, and none where it has no words", () => {
    const of = (field: string | null, count = 1) =>
      ({
        verb: "change",
        kind: "system",
        title: "Digital identity",
        count,
        origin: { from: "typed" },
        field,
      }) as const;
    const [en, fr] = [wordsOf("en"), wordsOf("fr")];
    expect(stepWords(en, of("owner"))).toBe("change “Digital identity” (owner)");
    expect(stepWords(fr, of("owner"))).toBe("modifier «\u00a0Digital identity\u00a0» (responsable)");
    expect(stepWords(en, of("description"))).toBe("change “Digital identity” (description)");
    expect(stepWords(en, of("owner", 12))).toBe("change 12 fields (owner)");
    for (const field of [null, "title", "of_a_later_release"])
      expect(stepWords(en, of(field))).toBe("change “Digital identity”");
  });
});
