/*
 * What is said once for the portfolio: its title, the currency and rates in which sums are told, the fiscal year
 * and the cycle. They travel in the file; each change is a step like any other.
 */
import "./settings.css";
import { type ReactNode, useRef } from "react";
import type { Cycle, Settings as Stored } from "../../api/bindings.ts";
import { InPlace, LinkButton, Segmented, Select } from "../../kit/index.ts";
import { today } from "../../model/day.ts";
import { yearEnd } from "../../model/fiscal.ts";
import { useWords } from "../../words/index.ts";
import { useDesk, useReadOnly, useStore } from "../desk.tsx";
import { periodName } from "../periods.ts";
import { useAsk } from "../useAsk.ts";
import { readCurrency } from "./currency.ts";
import { Rates } from "./Rates.tsx";

/** The heads of the sections, in their order; the last is one that the shell adds. */
const PARTS = ["settings.portfolio", "settings.money", "settings.year", "rules.head"] as const;
/** Days that every month has. */
const DAYS = Array.from({ length: 28 }, (_, at) => String(at + 1));
const CYCLES: readonly Cycle[] = ["month", "quarter"];
const MONTHS = Array.from({ length: 12 }, (_, at) => String(at + 1));

/** `children` are sections that the shell adds. */
export function Settings({ children }: { children?: ReactNode }) {
  const words = useWords();
  const ask = useAsk();
  const desk = useDesk();
  const isReadOnly = useReadOnly();
  const settings = useStore((state) => state.portfolio.settings);
  const page = useRef<HTMLDivElement>(null);
  const starts = settings.fiscal_year;
  const day = today();
  const set = (part: Partial<Stored>) =>
    void desk.edit({ type: "set_settings", settings: { ...settings, ...part } });

  /** The sections are called as they are headed. */
  function goTo(head: string): void {
    const sections = [...(page.current?.querySelectorAll<HTMLElement>(":scope > section") ?? [])];
    sections
      .find((section) => section.getAttribute("aria-label") === head)
      ?.scrollIntoView({ block: "start" });
  }
  function setCurrency(typed: string): void {
    const currency = typed.trim() === "" ? null : readCurrency(typed);
    if (currency === null && typed.trim() !== "") {
      desk.tell(
        words.say("settings.notCurrency", { text: typed.trim() }),
        words.say("settings.currencyHint"),
      );
    } else set({ currency });
  }

  return (
    <div className="settings scroll" ref={page} data-testid="settings-panel">
      <header>
        <h1>{words.say("nav.settings")}</h1>
        <nav aria-label={words.say("settings.parts")}>
          {PARTS.filter((part) => part !== "rules.head" || children !== undefined).map((part) => (
            <LinkButton key={part} onPress={() => goTo(words.say(part))}>
              {words.say(part)}
            </LinkButton>
          ))}
        </nav>
      </header>
      <section aria-label={words.say("settings.portfolio")}>
        <h2>{words.say("settings.portfolio")}</h2>
        <div className="settings-row">
          <span className="c3">{words.say("settings.title")}</span>
          <InPlace
            label={words.say("settings.title")}
            value={settings.title}
            placeholder={ask("inspector.titleAsk")}
            isReadOnly={isReadOnly}
            onCommit={(text) => {
              if (text.trim() !== "") set({ title: text.trim() });
            }}
            data-testid="settings-title"
          />
          <p className="c3 t12">{words.say("settings.titleSays")}</p>
        </div>
      </section>
      <section aria-label={words.say("settings.money")}>
        <h2>{words.say("settings.money")}</h2>
        <div className="settings-row">
          <span className="c3">{words.say("settings.currency")}</span>
          <InPlace
            label={words.say("settings.currency")}
            value={settings.currency ?? ""}
            placeholder={ask("settings.currencyAsk")}
            isReadOnly={isReadOnly}
            onCommit={setCurrency}
            data-testid="settings-currency"
          />
          <p className="c3 t12">{words.say("settings.currencySays")}</p>
        </div>
        <Rates settings={settings} onSet={(rates) => set({ rates })} />
      </section>
      <section aria-label={words.say("settings.year")}>
        <h2>{words.say("settings.year")}</h2>
        <div className="settings-row">
          <span className="c3">{words.say("settings.begins")}</span>
          <div className="row">
            <Select
              label={words.say("settings.day")}
              value={String(starts.day)}
              isDisabled={isReadOnly}
              options={DAYS.map((id) => ({ id, text: id }))}
              onChange={(id) => set({ fiscal_year: { ...starts, day: Number(id) } })}
              data-testid="settings-day"
            />
            <Select
              label={words.say("settings.month")}
              value={String(starts.month)}
              isDisabled={isReadOnly}
              options={MONTHS.map((id) => ({ id, text: words.monthName(Number(id)) }))}
              onChange={(id) => set({ fiscal_year: { ...starts, month: Number(id) } })}
              data-testid="settings-month"
            />
          </div>
          <p className="c3 t12" data-testid="settings-today">
            {words.say("settings.today", {
              date: words.date(day),
              quarter: periodName(day, "quarter", starts, words),
              end: words.date(yearEnd(day, starts)),
            })}
          </p>
        </div>
        <div className="settings-row">
          <span className="c3">{words.say("settings.cycle")}</span>
          <div className="row">
            <Segmented<Cycle>
              label={words.say("settings.cycle")}
              value={settings.cycle}
              isDisabled={isReadOnly}
              options={CYCLES.map((id) => ({ id, text: words.say(`settings.cycle.${id}`) }))}
              onChange={(cycle) => set({ cycle })}
            />
          </div>
          <p className="c3 t12">{words.say("settings.cycleSays")}</p>
        </div>
      </section>
      {children}
    </div>
  );
}
