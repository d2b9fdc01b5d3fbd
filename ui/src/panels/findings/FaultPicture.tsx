/*
 * A small picture of one fault beside its words, where it says more than they do: the two bars that disagree, the days
 * since delivery without a reading, the line that is broken. Decoration but for the bars, which carry their names.
 */
import type { Finding } from "../../api/bindings.ts";
import { daysBetween } from "../../model/day.ts";
import { live } from "../../model/live.ts";
import { known } from "../../model/maybe.ts";
import { useWords } from "../../words/index.ts";
import { useDesk, useStore } from "../desk.tsx";
import { TwoBars } from "../TwoBars.tsx";

/** Rules about delivery that says one thing and an outcome that says another. */
const BARS = new Set(["M202", "M203", "M208", "M402"]);
const DAYS = new Set(["M401"]);
const BROKEN = new Set(["M501", "D103"]);

export function FaultPicture({ finding }: { finding: Finding }) {
  const { code, subject } = finding;
  if (subject === null) return null;
  if (BARS.has(code)) return <Bars of={subject.id} />;
  if (DAYS.has(code)) return <Days finding={finding} />;
  return BROKEN.has(code) ? <Broken finding={finding} /> : null;
}

function Bars({ of }: { of: string }) {
  if (useDesk().barsOf(of) === null) return null;
  return (
    <div className="fault-picture">
      <TwoBars element={{ id: of }} />
    </div>
  );
}

const WIDTH = 196;

/** From the day of delivery to today; nothing was read on any of them. */
function Days({ finding }: { finding: Finding }) {
  const words = useWords();
  const asOf = useStore((state) => state.asOf);
  const elements = useStore((state) => live(state.portfolio).elements);
  const delivered = [finding.subject, ...finding.related]
    .map((it) => elements.get(it?.id ?? ""))
    .map((it) => (it?.kind === "initiative" ? known(it.delivered_on) : null))
    .find((day) => day !== null && day !== undefined);
  if (delivered === undefined || delivered === null) return null;
  return (
    <svg className="fault-picture" viewBox={`0 0 ${WIDTH} 40`} width={WIDTH} height={40} aria-hidden="true">
      <path className="fault-days" d={`M14 10H${WIDTH}`} />
      <circle className="fault-dot" cx="6" cy="10" r="4.5" />
      <text x="0" y="34">
        {words.date(delivered)}
      </text>
      <text className="strong" x={WIDTH} y="34" textAnchor="end">
        {words.say("age.days", { days: daysBetween(delivered, asOf) })}
      </text>
    </svg>
  );
}

/** The work, and above it what is missing: the why, or the objective. */
function Broken({ finding }: { finding: Finding }) {
  const words = useWords();
  const [money] = finding.money;
  const isWhy = finding.code === "M501";
  const gap = words.say(isWhy ? "fault.why" : "fault.link");
  return (
    <svg className="fault-picture" viewBox={`0 0 ${WIDTH} 34`} width={WIDTH} height={34} aria-hidden="true">
      <path className="fault-gap" d="M64 17h12M120 17h12" />
      <rect className="fault-card" x="1" y="5" width="63" height="24" rx="4" />
      <rect className="fault-gap" x="76" y="5" width="44" height="24" rx="4" />
      <rect className="fault-card" x="132" y="5" width="63" height="24" rx="4" />
      <text x="32.5" y="21" textAnchor="middle">
        {words.say(isWhy ? "fault.driver" : "fault.objective")}
      </text>
      <text x="98" y="21" textAnchor="middle">
        {gap}
      </text>
      <text className="strong" x="163.5" y="21" textAnchor="middle">
        {money === undefined ? words.say("fault.work") : words.money(money)}
      </text>
    </svg>
  );
}
