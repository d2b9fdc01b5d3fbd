/*
 * The one picture of each belief, drawn from what the portfolio says: reasons by quality, decisions with and without an
 * aim, delivery against outcome, work by source, delivered work by age. What is missing is hollow, hatched or not there.
 */
import type { ReactNode } from "react";
import type {
  AgilePicture,
  MythPicture as Data,
  ProgressPicture,
  RitualsPicture,
  Status,
  ToolsPicture,
  WhyPicture,
} from "../../api/bindings.ts";
import type { Standing } from "../../kit/index.ts";
import { useWords, type Words } from "../../words/index.ts";
import { Rows } from "./MythRows.tsx";

const WIDTH = 208;
const HEIGHT = 112;

export function MythPicture({ picture }: { picture: Data }) {
  const words = useWords();
  const drawn = drawing(words, picture);
  return (
    <figure className="myth-picture">
      {drawn ?? <span className="myth-blank">{words.say("picture.nothing")}</span>}
      <figcaption className="c3 t12">{words.say(`picture.${picture.of}`)}</figcaption>
    </figure>
  );
}

function drawing(words: Words, picture: Data): ReactNode {
  switch (picture.of) {
    case "why":
      return why(words, picture.data);
    case "rituals":
      return rituals(words, picture.data);
    case "progress":
      return progress(words, picture.data);
    case "tools":
      return tools(words, picture.data);
    case "agile":
      return agile(words, picture.data);
  }
}

/** The good filled, what is weak lighter, the missing hollow. */
function why(words: Words, { shares }: WhyPicture): ReactNode {
  const rows = shares
    .filter(({ count }) => count > 0)
    .map(({ quality, count }) => ({
      name: words.say(`quality.${quality}`),
      full: quality === "good" ? count : 0,
      hollow: quality === "good" ? 0 : count,
    }));
  return rows.length === 0 ? null : <Rows rows={rows} />;
}

function tools(words: Words, { sources }: ToolsPicture): ReactNode {
  const rows = sources
    .filter(({ linked, unlinked }) => linked + unlinked > 0)
    .map(({ source, linked, unlinked }) => ({
      name: source === "" ? words.say("picture.tools.typed") : source,
      full: linked,
      hollow: unlinked,
    }));
  return rows.length === 0 ? null : <Rows rows={rows} />;
}

function agile(words: Words, { bands }: AgilePicture): ReactNode {
  const rows = bands.map((band) => ({
    name:
      band.until_days === null
        ? words.say("picture.agile.from", { days: band.from_days })
        : words.say("picture.agile.until", { days: band.until_days }),
    full: band.moved,
    hollow: band.measured + band.open,
  }));
  return rows.every(({ full, hollow }) => full + hollow === 0) ? null : <Rows rows={rows} />;
}

/** One column for each month that was told, all forums together: an aim below, none above it. The sentence counts the same. */
function rituals(words: Words, { months }: RitualsPicture): ReactNode {
  const byMonth = new Map<string, { aimed: number; other: number }>();
  for (const { month, with_aim, without_aim } of months) {
    const sum = byMonth.get(month) ?? { aimed: 0, other: 0 };
    byMonth.set(month, { aimed: sum.aimed + with_aim, other: sum.other + without_aim });
  }
  const shown = [...byMonth].sort(([a], [b]) => (a < b ? -1 : 1));
  if (shown.length === 0) return null;
  const most = Math.max(...shown.map(([, { aimed, other }]) => aimed + other));
  const step = Math.min(28, WIDTH / shown.length);
  const y = (count: number) => (count / most) * (HEIGHT - 24);
  const all = shown.reduce((sum, [, { aimed, other }]) => sum + aimed + other, 0);
  const aimed = shown.reduce((sum, [, month]) => sum + month.aimed, 0);
  const [first] = shown;
  const last = shown.at(-1);
  return (
    <Frame label={words.say("picture.rituals.says", { with: aimed, all })}>
      {shown.map(([month, { aimed, other }], at) => (
        <g key={month}>
          <rect
            className="m-hollow"
            x={at * step + 2}
            y={HEIGHT - 18 - y(aimed + other)}
            width={step - 4}
            height={y(other)}
          />
          <rect
            className="m-solid"
            x={at * step + 2}
            y={HEIGHT - 18 - y(aimed)}
            width={step - 4}
            height={y(aimed)}
          />
        </g>
      ))}
      <path className="m-base" d={`M0 ${HEIGHT - 17.5}H${WIDTH}`} />
      <text x="0" y={HEIGHT - 4}>
        {words.month(first?.[0] ?? "")}
      </text>
      {shown.length < 4 ? null : (
        <text x={shown.length * step} y={HEIGHT - 4} textAnchor="end">
          {words.month(last?.[0] ?? "")}
        </text>
      )}
    </Frame>
  );
}

const STANDINGS: Record<Status | "none", Standing> = {
  green: "ok",
  amber: "risk",
  red: "off",
  none: "unknown",
};
/** The shapes of the statuses around a point, so that none is told by its colour alone. */
const SHAPES: Record<Standing, string> = {
  ok: "M-3.5 0a3.5 3.5 0 1 0 7 0a3.5 3.5 0 1 0 -7 0",
  risk: "M0 -3.8L4 3.2H-4z",
  off: "M-3.2 -3.2H3.2V3.2H-3.2z",
  unknown: "M-3 0a3 3 0 1 0 6 0a3 3 0 1 0 -6 0",
};

/** Delivered to the right, outcome upwards; where all is well the dots lie on the diagonal. */
function progress(words: Words, { points, points_count, without }: ProgressPicture): ReactNode {
  if (points.length === 0) return null;
  const x = (share: number) => 14 + Math.min(1, Math.max(0, share)) * (WIDTH - 22);
  const y = (share: number) => HEIGHT - 14 - Math.min(1, Math.max(0, share)) * (HEIGHT - 22);
  const both = points.filter(({ delivered, moved }) => delivered !== null && moved !== null);
  return (
    <Frame
      label={words.say("picture.progress.says", { both: both.length, all: points_count + without, without })}
    >
      <path className="m-base" d={`M${x(0)} ${y(1)}V${y(0)}H${x(1)}`} />
      <path className="m-missing" d={`M${x(0)} ${y(0)}L${x(1)} ${y(1)}`} />
      {points.map(({ initiative, delivered, moved, status }) => (
        <path
          key={initiative}
          className={`m-point is-${STANDINGS[status ?? "none"]}${delivered === null || moved === null ? " hollow" : ""}`}
          transform={`translate(${delivered === null ? 5 : x(delivered)} ${moved === null ? HEIGHT - 5 : y(moved)})`}
          d={SHAPES[STANDINGS[status ?? "none"]]}
        />
      ))}
    </Frame>
  );
}

function Frame({ label, children }: { label: string; children: ReactNode }) {
  return (
    <svg viewBox={`0 0 ${WIDTH} ${HEIGHT}`} width={WIDTH} height={HEIGHT} role="img" aria-label={label}>
      {children}
    </svg>
  );
}
