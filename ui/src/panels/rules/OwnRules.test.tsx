// @vitest-environment happy-dom
import { cleanup, fireEvent, screen, waitFor } from "@testing-library/react";
import { afterEach, describe, expect, it } from "vitest";
import type { OwnRule, PackRow, RulePreview } from "../../api/bindings.ts";
import { type FakeOptions, fakeHost } from "../../api/fake.ts";
import { initiative } from "../../model/fixture.ts";
import { bench } from "../fixture.tsx";
import type { RuleAsks } from "./asks.ts";
import { freeCode, nameOf } from "./draft.ts";
import { OwnRules } from "./OwnRules.tsx";

afterEach(cleanup);

const ship = initiative("i1", "New ship");

function rule(part: Partial<OwnRule> = {}): OwnRule {
  return {
    id: "r1",
    code: "X001",
    name: "no-owner",
    title: "No owner",
    applies_to: "initiative",
    when: "!has(element.owner)",
    message: "{title} has no owner.",
    evidence: "",
    advice: "",
    severity: "high",
    written_by: "",
    off: false,
    ...part,
  };
}

const found: RulePreview = { hits: 2, cannot_tell: 1, holds: 3, of: 6, first: [], fault: null };

/** The panel's questions, answered by a host of their own; what was accepted and taken is noted. */
function asks(options: FakeOptions = {}) {
  const host = fakeHost(options);
  const noted: string[] = [];
  const answers: RuleAsks = {
    states: async () => [
      {
        rule: "r1",
        code: "X001",
        name: "no-owner",
        running: options.notAccepted?.has("r1") ? "not_accepted" : "on",
      },
    ],
    preview: (it) => host.previewRule(it),
    help: (kind) => host.ruleHelp(kind),
    accept: async (rules) => void noted.push(`accept ${rules.join()}`),
    exportAll: async () => void noted.push("export"),
    choosePack: async () => ({ path: "p.json", rows: options.pack ?? [] }),
    takePack: async (path, rules) => void noted.push(`take ${path} ${rules.join()}`),
  };
  return { answers, noted };
}

function fill(id: string, text: string): void {
  fireEvent.change(screen.getByTestId(id), { target: { value: text } });
}

describe("rules of one's own", () => {
  it("are written with what they would find shown while typing, and kept as one step", async () => {
    const { answers } = asks({ preview: (it) => ({ ...found, hits: it.when.length }) });
    const { store, host } = await bench({ elements: [ship] }, <OwnRules asks={answers} />);
    fireEvent.click(screen.getByTestId("rule-new"));
    expect(screen.getByTestId("rule-save").hasAttribute("disabled")).toBe(true);
    fill("rule-title", "Big, and no owner!");
    fill("rule-when", "true");
    await waitFor(() => expect(screen.getByTestId("rule-trial").textContent).toContain("4 elements"));
    fireEvent.click(screen.getByTestId("rule-save"));
    await waitFor(() => expect(store.state.portfolio.ownRules.size).toBe(1));
    const [kept] = [...store.state.portfolio.ownRules.values()];
    expect(kept).toMatchObject({
      code: "X001",
      name: "big-and-no-owner",
      when: "true",
      applies_to: "initiative",
    });
    expect(host.asked).toHaveLength(1);
    await waitFor(() => expect(screen.queryByTestId("rule-save")).toBeNull());
  });

  it("say what is wrong and where before they are kept", async () => {
    const fault = {
      message: "there is no field “budgt” here",
      part: "when" as const,
      place: { line: 1, column: 9 },
    };
    const { answers } = asks({ preview: () => ({ ...found, hits: 0, holds: 0, cannot_tell: 0, fault }) });
    await bench({ elements: [ship] }, <OwnRules asks={answers} />);
    fireEvent.click(screen.getByTestId("rule-new"));
    fill("rule-when", "element.budgt");
    await waitFor(() =>
      expect(screen.getByTestId("rule-fault").textContent).toBe(
        "Not yet, at line 1, character 9: there is no field “budgt” here.",
      ),
    );
  });

  it("that came with a file show what they run and wait to be accepted", async () => {
    const { answers, noted } = asks({ notAccepted: new Set(["r1"]) });
    const more = [{ type: "own_rule" as const, record: rule() }];
    await bench({ elements: [ship], more }, <OwnRules asks={answers} />);
    await waitFor(() => expect(screen.getByTestId("rule-state").textContent).toBe("off, not accepted here"));
    expect(screen.getByTestId("rule-X001").textContent).toContain("!has(element.owner)");
    fireEvent.click(screen.getByTestId("rules-accept"));
    expect(noted).toEqual(["accept r1"]);
  });

  it("are switched off and removed as steps that can be undone", async () => {
    const { answers } = asks();
    const more = [{ type: "own_rule" as const, record: rule() }];
    const { store } = await bench({ elements: [ship], more, lang: "fr" }, <OwnRules asks={answers} />);
    fireEvent.click(screen.getByText("Désactiver"));
    await waitFor(() => expect(store.state.portfolio.ownRules.get("r1")?.off).toBe(true));
    fireEvent.click(screen.getByLabelText("Supprimer la règle X001"));
    await waitFor(() => expect(store.state.portfolio.ownRules.size).toBe(0));
    await store.undo();
    expect(store.state.portfolio.ownRules.size).toBe(1);
  });

  it("of a pack are seen before they are taken, and only the chosen ones are", async () => {
    const pack: PackRow[] = [
      { rule: rule({ id: "a", code: "X002" }), step: "new", code_was: "X001" },
      { rule: rule({ id: "b", code: "X003" }), step: "replaces", code_was: null },
      { rule: rule({ id: "c", code: "X004" }), step: "already_there", code_was: null },
    ];
    const { answers, noted } = asks({ pack });
    await bench({ elements: [ship] }, <OwnRules asks={answers} />);
    fireEvent.click(screen.getByTestId("rules-import"));
    await waitFor(() =>
      expect(screen.getByTestId("rules-pack").textContent).toContain("called X001 in the pack"),
    );
    const [, second] = screen.getAllByRole("checkbox");
    if (second === undefined) throw new Error("no second rule");
    fireEvent.click(second);
    fireEvent.click(screen.getByTestId("pack-take"));
    expect(noted).toEqual(["take p.json a"]);
  });
});

describe("a new rule", () => {
  it("takes the first code that is free and a name made of its title", () => {
    expect(freeCode([rule(), rule({ code: "X003" })])).toBe("X002");
    expect(nameOf("Sans propriétaire, et chère !")).toBe("sans-proprietaire-et-chere");
    expect(nameOf("???")).toBe("own-rule");
  });
});
