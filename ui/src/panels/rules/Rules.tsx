/*
 * Every rule on one page: those that the portfolio office has written and those that come with Throughline, grouped as the
 * findings are. What is set otherwise here is marked, can be listed by itself, and can be set back.
 */
import "./rules.css";
import { useMemo, useState } from "react";
import { Button, Icon, IconButton, Segmented } from "../../kit/index.ts";
import { FAMILIES } from "../../model/findings.ts";
import { best } from "../../model/search.ts";
import { useWords } from "../../words/index.ts";
import { type RuleWords, useDesk, useReadOnly, useStore } from "../desk.tsx";
import { AS_IT_COMES, isSetOtherwise } from "../thresholds.ts";
import { useIdleRules } from "../useIdleRules.ts";
import { ruleName } from "../words.ts";
import type { RuleAsks } from "./asks.ts";
import { BuiltInRule } from "./BuiltInRule.tsx";
import { OwnRules } from "./OwnRules.tsx";

type Shown = "all" | "otherwise" | "off";

export function Rules({ asks }: { asks: RuleAsks }) {
  const words = useWords();
  const desk = useDesk();
  const isReadOnly = useReadOnly();
  const settings = useStore((state) => state.portfolio.settings.rules);
  const findings = useStore((state) => state.findings);
  const idle = useIdleRules();
  const [query, setQuery] = useState("");
  const [shown, setShown] = useState<Shown>("all");
  const [open, setOpen] = useState<ReadonlySet<string>>(new Set());

  const all = useMemo(
    () => [...desk.rules.values()].sort((a, b) => (a.code < b.code ? -1 : 1)),
    [desk.rules],
  );
  const found = useMemo(() => {
    const counts = new Map<string, number>();
    for (const { code, result, accepted } of findings) {
      if (result === "violated" && accepted === null) counts.set(code, (counts.get(code) ?? 0) + 1);
    }
    return counts;
  }, [findings]);
  const needs = useMemo(() => new Map((idle ?? []).map((it) => [it.code, it.needs])), [idle]);
  const otherwise = all.filter(({ code }) => isSetOtherwise(settings[code]));
  const off = all.filter(({ code }) => settings[code]?.off);
  const among = shown === "otherwise" ? otherwise : shown === "off" ? off : all;
  const fitting = new Set(
    best(query, among, (rule) => `${rule.code} ${rule.title} ${ruleName(words, rule.name)}`, all.length),
  );
  const families = FAMILIES.map((family) => ({
    family,
    rules: all.filter((rule) => rule.family === family && fitting.has(rule)),
  })).filter(({ rules }) => rules.length > 0);
  const touched = all.filter(({ code }) => settings[code] !== undefined);

  function toggle(code: string): void {
    const next = new Set(open);
    if (!next.delete(code)) next.add(code);
    setOpen(next);
  }
  /** One step, which one undo takes back. */
  function resetAll(): void {
    void desk.edit(...touched.map(({ code }) => ({ type: "set_rule" as const, code, setting: AS_IT_COMES })));
  }

  return (
    <section className="rules" aria-label={words.say("rules.head")} data-testid="rules">
      <h2>{words.say("rules.head")}</h2>
      <p className="c3 t12">{words.say("rules.says")}</p>
      <OwnRules asks={asks} />
      <section className="rules-built" aria-label={words.say("rules.builtIn")}>
        <div className="row">
          <h3>{words.say("rules.builtIn")}</h3>
          <span className="gap" />
          {touched.length === 0 || isReadOnly ? null : (
            <Button look="quiet" onPress={resetAll} data-testid="rules-reset">
              {words.say("rules.resetAll", { count: touched.length })}
            </Button>
          )}
        </div>
        <div className="row rules-find">
          <label className="rules-search">
            <Icon name="search" />
            <input
              value={query}
              placeholder={words.say("rules.search")}
              aria-label={words.say("rules.search")}
              spellCheck={false}
              onChange={(event) => setQuery(event.target.value)}
              onKeyDown={(event) => {
                if (event.key === "Escape" && query !== "") {
                  event.stopPropagation();
                  setQuery("");
                }
              }}
              data-testid="rules-search"
            />
            {query === "" ? null : (
              <IconButton
                icon="close"
                size="small"
                label={words.say("rules.searchClear")}
                onPress={() => setQuery("")}
              />
            )}
          </label>
          <Segmented<Shown>
            label={words.say("rules.shown")}
            value={shown}
            options={[
              { id: "all", text: words.say("rules.shown.all", { count: all.length }) },
              { id: "otherwise", text: words.say("rules.shown.otherwise", { count: otherwise.length }) },
              { id: "off", text: words.say("rules.shown.off", { count: off.length }) },
            ]}
            onChange={setShown}
          />
        </div>
        {families.map(({ family, rules }) => (
          <section key={family} aria-label={words.say(`familySays.${family}`)}>
            <h4>
              {words.say(`family.${family}`)} <span className="c3">{words.say(`familySays.${family}`)}</span>
            </h4>
            <ul>{rules.map(row)}</ul>
          </section>
        ))}
        {families.length === 0 && all.length > 0 ? (
          <p className="c3" role="status">
            {words.say(query === "" ? `rules.nothing.${shown}` : "rules.nothing.named")}
          </p>
        ) : null}
      </section>
    </section>
  );

  function row(rule: RuleWords) {
    return (
      <BuiltInRule
        key={rule.code}
        rule={rule}
        setting={settings[rule.code]}
        found={found.get(rule.code) ?? 0}
        needs={needs.get(rule.code) ?? null}
        isOpen={open.has(rule.code)}
        onToggle={() => toggle(rule.code)}
      />
    );
  }
}
