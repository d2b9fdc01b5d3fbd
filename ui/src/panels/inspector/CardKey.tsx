/*
 * What the marks on a card mean, in words and in sight: bars, shapes, grades of evidence, findings, and blocks from afar.
 * It stands open while nothing is selected; beside a selection it is behind a button in its head.
 */
import { Bar, FindingMark, IconButton, Popover, type Standing, Status } from "../../kit/index.ts";
import { useWords } from "../../words/index.ts";

const STANDINGS: readonly Standing[] = ["ok", "risk", "off", "unknown"];
const GRADES = ["assertion", "judgement", "manual", "imported", "corroborated"] as const;
const RUNGS = ["unlinked", "linked", "plausible", "measured", "proven", "sustained"] as const;

export function CardKey() {
  const words = useWords();
  return (
    <section className="insp-sec" aria-label={words.say("key.head")}>
      <h2>{words.say("key.head")}</h2>
      <Marks />
    </section>
  );
}

export function CardKeyButton() {
  const words = useWords();
  const label = words.say("key.head");
  return (
    <Popover
      label={label}
      trigger={<IconButton icon="help" size="small" label={label} data-testid="card-key" />}
    >
      <h2 className="t12 strong">{label}</h2>
      <Marks />
    </Popover>
  );
}

function Marks() {
  const words = useWords();
  return (
    <ul className="card-key">
      <li className="key-wide">
        <span className="key-bars" aria-hidden="true">
          <Bar thin percent={70} standing="ok" label="" />
          <Bar thin percent={30} standing="risk" label="" />
        </span>
        {words.say("key.bars")}
      </li>
      {STANDINGS.map((standing) => (
        <li key={standing}>
          <Status standing={standing} word={words.say(`status.${standing}`)} />
        </li>
      ))}
      {GRADES.map((grade) => (
        <li key={grade}>{words.say(`grade.${grade}`)}</li>
      ))}
      <li>
        <FindingMark severity="high" count={2} />
        {words.say("key.findings")}
      </li>
      <li className="key-wide">
        <span className="key-ramp" aria-hidden="true">
          {RUNGS.map((rung) => (
            <i key={rung} />
          ))}
        </span>
        {words.say("key.ramp")}
      </li>
    </ul>
  );
}
