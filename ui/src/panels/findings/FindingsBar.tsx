/* Above the list: how it is grouped, and what it is narrowed to. What narrows says so, and everything is one press away. */
import type { ElementKind, Finding, Severity } from "../../api/bindings.ts";
import { Button, FindingMark, Icon, IconButton, Segmented, Select } from "../../kit/index.ts";
import { markOf, SEVERITIES } from "../../model/findings.ts";
import { KINDS } from "../../model/kinds.ts";
import { useWords } from "../../words/index.ts";
import { useStore } from "../desk.tsx";
import { type By, isNarrowed, type Kept, NARROWED_BY_NOTHING, type Settings, type Since } from "./kept.ts";

const BY: readonly By[] = ["weight", "myth", "owner"];
const SINCE: readonly Since[] = [7, 30, 90];

interface FindingsBarProps {
  kept: Kept;
  settings: Settings;
  /** Everything that stands open: what can be chosen is what there is. */
  open: readonly Finding[];
  shown: number;
  /** Whether ages are known at all. */
  hasAges: boolean;
}

export function FindingsBar({ kept, settings, open, shown, hasAges }: FindingsBarProps) {
  const words = useWords();
  const counts = new Map<Severity, number>();
  const kinds = new Set<ElementKind>();
  for (const { severity, subject } of open) {
    counts.set(severity, (counts.get(severity) ?? 0) + 1);
    if (subject !== null) kinds.add(subject.kind);
  }
  const toggle = (severity: Severity) => {
    const severities = new Set(settings.severities);
    if (!severities.delete(severity)) severities.add(severity);
    kept.set({ severities });
  };
  return (
    <div className="findings-bar">
      <Segmented
        label={words.say("findings.by")}
        value={settings.by}
        options={BY.map((id) => ({ id, text: words.say(`findings.by.${id}`) }))}
        onChange={(by) => kept.set({ by })}
      />
      <div className="row severities">
        {SEVERITIES.filter((it) => counts.has(it) || settings.severities.has(it)).map((it) => (
          <Button
            key={it}
            size="small"
            look="quiet"
            pressed={settings.severities.has(it)}
            onPress={() => toggle(it)}
            data-testid={`severity-${it}`}
          >
            <FindingMark severity={markOf(it)} />
            {words.say("findings.ofSeverity", { count: counts.get(it) ?? 0, severity: it })}
          </Button>
        ))}
      </div>
      <Select
        plain
        label={words.say("findings.kind")}
        value={settings.kind ?? "any"}
        options={[
          { id: "any", text: words.say("findings.anyKind") },
          ...KINDS.filter((it) => kinds.has(it) || it === settings.kind).map((id) => ({
            id,
            text: words.say(`kind.${id}`),
          })),
        ]}
        onChange={(id) => kept.set({ kind: id === "any" ? null : id })}
        data-testid="findings-kind"
      />
      {hasAges ? (
        <Select
          plain
          label={words.say("findings.since")}
          value={settings.since === null ? "any" : String(settings.since)}
          options={[
            { id: "any", text: words.say("findings.anyAge") },
            ...SINCE.map((days) => ({ id: String(days), text: words.say("findings.sinceDays", { days }) })),
          ]}
          onChange={(id) => kept.set({ since: SINCE.find((days) => String(days) === id) ?? null })}
          data-testid="findings-since"
        />
      ) : null}
      {settings.about.length > 0 ? <About kept={kept} about={settings.about} /> : null}
      <span className="gap" />
      {isNarrowed(settings) ? (
        <>
          <span className="c2 t12" role="status" data-testid="findings-shown">
            {words.say("findings.shown", { shown, all: open.length })}
          </span>
          <Button
            size="small"
            onPress={() => kept.set(NARROWED_BY_NOTHING)}
            data-testid="findings-everything"
          >
            {words.say("filter.clear")}
          </Button>
        </>
      ) : null}
    </div>
  );
}

/** What the list was asked to be about, by its title. */
function About({ kept, about }: { kept: Kept; about: readonly string[] }) {
  const words = useWords();
  const elements = useStore((state) => state.portfolio.elements);
  const title = elements.get(about[0] ?? "")?.title ?? words.say("findings.aLink");
  return (
    <span className="row about-chip">
      <Icon name="target" />
      <span className="cut">
        {about.length === 1 ? title : words.say("findings.aboutMany", { title, more: about.length - 1 })}
      </span>
      <IconButton
        icon="close"
        size="small"
        label={words.say("findings.aboutAll")}
        onPress={() => kept.set({ about: [] })}
        data-testid="about-all"
      />
    </span>
  );
}
