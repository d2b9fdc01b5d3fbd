// @vitest-environment happy-dom
import { readFileSync } from "node:fs";
import { cleanup, fireEvent, screen, waitFor, within } from "@testing-library/react";
import { afterEach, describe, expect, it } from "vitest";
import type { RuleText } from "../../api/bindings.ts";
import { initiative } from "../../model/fixture.ts";
import { isKey } from "../../words/index.ts";
import { bench, type Given, type } from "../fixture.tsx";
import { thresholdsOf } from "../thresholds.ts";
import type { RuleAsks } from "./asks.ts";
import { Rules } from "./Rules.tsx";

afterEach(cleanup);

const silent: RuleAsks = {
  states: async () => [],
  preview: async () => null,
  help: async () => null,
  accept: async () => undefined,
  exportAll: async () => undefined,
  choosePack: async () => null,
  takePack: async () => undefined,
};

function text(part: Partial<RuleText>): RuleText {
  return {
    code: "D104",
    name: "too-many",
    title: "More than a reader can hold",
    family: "visible",
    severity: "medium",
    what: "More than 24 objectives.",
    why: "Nobody can retell it.",
    how: "Group them.",
    parameters: [
      {
        name: "objectives_on_a_map",
        value: "24\u00a0objectives on a map",
        default: 24,
        unit: "objectives on a map",
        source: "ours",
      },
      {
        name: "tolerance",
        value: "0.5\u00a0of the larger value",
        default: 0.5,
        unit: "of the larger value",
        source: "a book",
      },
    ],
    ...part,
  };
}

const whyless = text({
  code: "M501",
  name: "no-why",
  title: "Nobody has written why",
  family: "why",
  parameters: [],
});

async function page(given: Partial<Given> = {}) {
  const made = await bench(
    { elements: [initiative("i1", "New ship")], rules: [text({}), whyless], ...given },
    <Rules asks={silent} />,
  );
  return { ...made, set: () => made.store.state.portfolio.settings.rules };
}

const field = (id: string) => screen.getByTestId<HTMLTextAreaElement>(id);

describe("the rules that come with Throughline", () => {
  it("say what they look for, and have their thresholds set and set back, each as one step", async () => {
    const { set, host } = await page();
    expect(screen.queryByText("Group them.")).toBeNull();
    fireEvent.click(screen.getByTestId("open-D104"));
    expect(screen.getByText("Group them.")).toBeTruthy();
    type(field("threshold-objectives_on_a_map"), "18");
    await waitFor(() => expect(set().D104?.parameters).toEqual({ objectives_on_a_map: 18 }));
    expect(screen.getByTestId("rule-D104").textContent).toContain("set otherwise");
    expect(screen.getByTestId("rule-D104").textContent).toContain("default 24 · ours");
    fireEvent.click(screen.getByTestId("threshold-back-objectives_on_a_map"));
    await waitFor(() => expect(set().D104).toBeUndefined());
    expect(host.asked).toHaveLength(2);
  });

  it("refuse what is no number in words, and take an empty field for the default", async () => {
    const { set, told } = await page();
    fireEvent.click(screen.getByTestId("open-D104"));
    type(field("threshold-tolerance"), "a lot");
    type(field("threshold-tolerance"), "-1");
    expect(told).toHaveLength(2);
    expect(set().D104).toBeUndefined();
    type(field("threshold-tolerance"), "0.75");
    await waitFor(() => expect(set().D104?.parameters).toEqual({ tolerance: 0.75 }));
    type(field("threshold-tolerance"), "");
    await waitFor(() => expect(set().D104).toBeUndefined());
  });

  it("are switched off without losing what was set", async () => {
    const { set } = await page();
    fireEvent.click(screen.getByTestId("open-D104"));
    type(field("threshold-objectives_on_a_map"), "18");
    await waitFor(() => expect(set().D104).toBeDefined());
    fireEvent.click(screen.getByTestId("rule-switch-D104"));
    await waitFor(() =>
      expect(set().D104).toEqual({ off: true, severity: null, parameters: { objectives_on_a_map: 18 } }),
    );
    expect(field("threshold-objectives_on_a_map").readOnly).toBe(true);
  });

  it("are found by their words, and those set otherwise are listed apart and set back as one step", async () => {
    const { set, host } = await page();
    fireEvent.change(screen.getByTestId("rules-search"), { target: { value: "why" } });
    await waitFor(() => expect(screen.queryByTestId("rule-D104")).toBeNull());
    fireEvent.click(screen.getByTestId("open-M501"));
    fireEvent.click(screen.getByTestId("rule-switch-M501"));
    await waitFor(() => expect(set().M501?.off).toBe(true));
    fireEvent.change(screen.getByTestId("rules-search"), { target: { value: "" } });
    fireEvent.click(screen.getByText("Off 1"));
    const listed = within(screen.getByTestId("rules")).getAllByTestId(/^rule-[A-Z]\d{3}$/);
    expect(listed.map((it) => it.dataset.testid)).toEqual(["rule-M501"]);
    fireEvent.click(screen.getByTestId("rules-reset"));
    await waitFor(() => expect(set()).toEqual({}));
    expect(host.asked).toHaveLength(2);
  });

  it("cannot be set in a portfolio that is only read, and still explain themselves", async () => {
    const { store, host } = await page();
    await host.open("/fake.thru", true);
    store.show(await host.view());
    fireEvent.click(await screen.findByTestId("open-D104"));
    expect(field("threshold-objectives_on_a_map").readOnly).toBe(true);
    expect(screen.queryByTestId("rule-switch-D104")).toBeNull();
    expect(screen.getByText("Group them.")).toBeTruthy();
  });
});

describe("a threshold", () => {
  it("of every rule has a name in both languages", () => {
    const document = readFileSync("../docs/rules.md", "utf8");
    const names = [...document.matchAll(/^\| `(\w+)` \|/gm)].map((match) => match[1] ?? "");
    expect(names.length).toBeGreaterThan(50);
    expect(names.filter((name) => !isKey(`threshold.${name}`))).toEqual([]);
  });

  it("is what the portfolio sets, or else what the rule brings", () => {
    const rule = text({
      parameters: [
        {
          name: "overlap",
          value: "0.8\u00a0of the words",
          default: 0.8,
          unit: "of the words",
          source: "ours",
        },
      ],
    });
    const set = { off: false, severity: null, parameters: { overlap: 0.6 } };
    const told = { name: "overlap", unit: "of the words", source: "ours", usual: 0.8 };
    expect(thresholdsOf(rule, set)).toEqual([{ ...told, now: 0.6 }]);
    expect(thresholdsOf(rule, undefined)).toEqual([{ ...told, now: 0.8 }]);
  });
});
