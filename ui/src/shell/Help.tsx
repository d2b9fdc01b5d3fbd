/* All keys on one sheet, read from the table of actions and from what the map does itself. */
import { Kbd } from "../kit/index.ts";
import { type Key, useWords } from "../words/index.ts";
import { ACTIONS, type Situation } from "./actions.ts";
import { isMac, keyWords } from "./keys.ts";

/** Keys that the map's own engine handles. */
const ON_MAP: readonly { readonly keys: readonly string[]; readonly says: Key }[] = [
  { keys: ["←", "↑", "→", "↓"], says: "help.near" },
  { keys: ["Alt+↑", "Alt+↓"], says: "help.follow" },
  { keys: ["[", "]"], says: "help.lanes" },
  { keys: ["Enter"], says: "help.edit" },
  { keys: ["Space"], says: "help.select" },
  { keys: ["Shift+Space"], says: "help.selectAlso" },
  { keys: ["Shift"], says: "help.sweep" },
  { keys: ["Mod+Enter"], says: "help.open" },
  { keys: ["Shift+←", "Shift+→"], says: "help.move" },
  { keys: ["Mod+Shift+→"], says: "help.nudge" },
  { keys: ["L"], says: "help.drawLink" },
  { keys: ["N"], says: "help.note" },
  { keys: ["Alt"], says: "help.noteHere" },
  { keys: ["B"], says: "help.become" },
  { keys: ["Mod+C", "Mod+X", "Mod+V"], says: "help.clipboard" },
  { keys: ["M"], says: "help.mirror" },
  { keys: ["Tab"], says: "help.arrange" },
  { keys: ["F"], says: "help.line" },
  { keys: ["Esc"], says: "help.out" },
  { keys: ["+", "−", "0"], says: "help.zoom" },
  { keys: ["Shift+1", "Shift+2", "Shift+0"], says: "help.looks" },
  { keys: ["Alt+←", "Alt+→"], says: "help.travel" },
  { keys: ["O", "Shift+O"], says: "help.overlay" },
  { keys: ["1–9"], says: "help.frames" },
  { keys: ["→", "Shift+→", "F2"], says: "help.frame" },
  { keys: ["Alt"], says: "help.snap" },
  { keys: ["Del"], says: "help.remove" },
];

/** Keys of diagrams; what else they take is as on the map. */
const ON_CHART: typeof ON_MAP = [
  { keys: ["←", "↑", "→", "↓"], says: "chart.help.near" },
  { keys: ["Alt+↓", "Alt+↑"], says: "chart.help.into" },
  { keys: ["Shift+←", "Shift+→"], says: "chart.help.move" },
  { keys: ["Alt+Shift+→"], says: "chart.help.end" },
  { keys: ["Enter", "F2"], says: "chart.help.rename" },
  { keys: ["L"], says: "chart.help.link" },
  { keys: ["Shift"], says: "chart.help.sweep" },
  { keys: ["Mod+Enter", "Space"], says: "chart.help.open" },
];

/** Keys of an X-matrix, on the cell where two lines cross. */
const ON_XMATRIX: typeof ON_MAP = [
  { keys: ["Enter", "Space"], says: "xMatrix.help.press" },
  { keys: ["1–5", "X"], says: "xMatrix.help.strength" },
  { keys: ["A", "P", "D"], says: "xMatrix.help.state" },
  { keys: ["Del"], says: "xMatrix.help.clear" },
  { keys: ["Home", "End"], says: "xMatrix.help.ends" },
  { keys: ["PageUp", "PageDown"], says: "xMatrix.help.page" },
  { keys: ["F2"], says: "xMatrix.help.rename" },
];

/** Keys of a presentation, which are those of a clicker as well. */
const PRESENTING: typeof ON_MAP = [
  { keys: ["→", "Space"], says: "present.help.next" },
  { keys: ["←", "Backspace"], says: "present.help.previous" },
  { keys: ["Home", "End"], says: "present.help.ends" },
  { keys: ["1", "2", "Enter"], says: "present.help.number" },
  { keys: ["B", "W"], says: "present.help.cover" },
  { keys: ["L"], says: "present.help.laser" },
  { keys: ["Esc"], says: "present.help.leave" },
];

/** Keys that the outline handles. */
const IN_OUTLINE: typeof ON_MAP = [
  { keys: ["→", "←"], says: "outline.help.walk" },
  { keys: ["*"], says: "outline.help.siblings" },
  { keys: ["F2", "Enter"], says: "outline.help.rename" },
  { keys: ["Insert"], says: "outline.help.add" },
  { keys: ["Alt+→", "Alt+←"], says: "outline.help.move" },
  { keys: ["L", "A"], says: "outline.help.link" },
  { keys: ["Space", "Shift+↓"], says: "outline.help.mark" },
  { keys: ["Shift+Enter"], says: "outline.help.show" },
  { keys: ["/"], says: "outline.help.seek" },
];

/** Keys that the list of findings handles. */
const IN_FINDINGS: typeof ON_MAP = [
  { keys: ["→", "←"], says: "findings.help.open" },
  { keys: ["Enter"], says: "findings.help.go" },
  { keys: ["M", "T", "X", "O", "I", "D"], says: "findings.help.show" },
  { keys: ["F"], says: "findings.help.fix" },
  { keys: ["A"], says: "findings.help.accept" },
  { keys: ["E"], says: "findings.help.explain" },
  { keys: ["U", "N"], says: "findings.help.judge" },
];

/** Keys that the table handles; copy, cut and paste are those of the system. */
const IN_TABLE: typeof ON_MAP = [
  { keys: ["Enter", "F2"], says: "table.keys.edit" },
  { keys: ["Shift+↓", "Shift+→"], says: "table.keys.range" },
  { keys: ["Mod+Shift+↓"], says: "table.keys.whole" },
  { keys: ["Mod+C", "Mod+V"], says: "table.keys.copy" },
  { keys: ["Mod+D"], says: "table.keys.fill" },
  { keys: ["Del"], says: "table.keys.clear" },
  { keys: ["Alt+↓"], says: "table.keys.only" },
  { keys: ["Space"], says: "table.keys.select" },
];

export function Help({ situation }: { situation: Situation }) {
  const words = useWords();
  const mac = isMac();
  return (
    <div className="help scroll">
      <h2>{words.say("help.title")}</h2>
      <div className="help-columns">
        <section>
          <h3>{words.say("help.everywhere")}</h3>
          {ACTIONS.filter((action) => action.keys.length > 0).map((action) => (
            <p key={action.id}>
              <span>{action.label(words, { ...situation, state: null })}</span>
              <span className="help-keys">
                {action.keys.slice(0, 1).map((keys) => (
                  <Kbd key={keys}>{keyWords(words, keys, mac)}</Kbd>
                ))}
              </span>
            </p>
          ))}
        </section>
        <section>
          <Listed head="help.map" list={ON_MAP} mac={mac} />
          <Listed head="table.keys.head" list={IN_TABLE} mac={mac} />
        </section>
        <section>
          <Listed head="outline.help.head" list={IN_OUTLINE} mac={mac} />
          <Listed head="findings.help.head" list={IN_FINDINGS} mac={mac} />
          <Listed head="present.help.head" list={PRESENTING} mac={mac} />
          <Listed head="chart.help.head" list={ON_CHART} mac={mac} />
          <Listed head="xMatrix.help.head" list={ON_XMATRIX} mac={mac} />
        </section>
      </div>
    </div>
  );
}

function Listed({ head, list, mac }: { head: Key; list: typeof ON_MAP; mac: boolean }) {
  const words = useWords();
  return (
    <>
      <h3>{words.say(head)}</h3>
      {list.map(({ keys, says }) => (
        <p key={says}>
          <span>{words.say(says)}</span>
          <span className="help-keys">
            {keys.map((key) => (
              <Kbd key={key}>{keyWords(words, key, mac)}</Kbd>
            ))}
          </span>
        </p>
      ))}
    </>
  );
}
