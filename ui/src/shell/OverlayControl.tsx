/* What the map is coloured by: the choice at its foot, and the legend in words with the number of cards of each. */
import { Button as AriaButton } from "react-aria-components";
import {
  initials,
  type LegendRow,
  OVERLAYS,
  type Overlay,
  type OverlayKind,
  SHAPES,
  STATUS_SHAPES,
} from "../canvas/index.ts";
import { Icon, IconButton, Menu } from "../kit/index.ts";
import { useWords, type Words } from "../words/index.ts";

const RUNGS = ["unlinked", "linked", "plausible", "measured", "proven", "sustained"] as const;
const SEVERITIES = [0, 1, 2, 3] as const;
const AGES = [0, 1, 2, 3, 4] as const;
const STATES = ["ok", "risk", "off"] as const;

interface OverlayControlProps {
  overlay: Overlay | null;
  onChoose: (kind: OverlayKind | null) => void;
}

export function OverlayControl({ overlay, onChoose }: OverlayControlProps) {
  const words = useWords();
  const kind = overlay?.kind ?? null;
  return (
    <div className="map-overlay">
      {overlay === null ? null : (
        <section
          className="map-legend"
          data-over
          aria-label={words.say("overlay.legend")}
          data-testid="map-legend"
        >
          <header>
            <b>{capital(words.say(`overlay.${overlay.kind}`))}</b>
            <IconButton icon="close" label={words.say("overlay.off")} onPress={() => onChoose(null)} />
          </header>
          <ul>
            {overlay.legend.map((row) => (
              <li key={keyOf(row)}>
                <Swatch overlay={overlay} row={row} />
                <span>{rowWords(words, overlay, row)}</span>
                <span className="num">{words.number(row.count)}</span>
              </li>
            ))}
          </ul>
        </section>
      )}
      <Menu
        label={words.say("overlay.choose")}
        groups={[
          {
            id: "none",
            entries: [
              {
                id: "overlay-none",
                text: capital(words.say("overlay.none")),
                chosen: kind === null,
                run: () => onChoose(null),
              },
            ],
          },
          {
            id: "kinds",
            entries: OVERLAYS.map((it) => ({
              id: `overlay-${it}`,
              text: capital(words.say(`overlay.${it}`)),
              chosen: kind === it,
              run: () => onChoose(it),
            })),
          },
        ]}
      >
        <AriaButton className="map-overlay-button" data-over data-testid="overlay">
          <Icon name="layers" />
          {words.say("overlay.by", { what: words.say(`overlay.${kind ?? "none"}`) })}
          <Icon name="down" />
        </AriaButton>
      </Menu>
    </div>
  );
}

/** A word that stands in a sentence elsewhere, as a name. */
function capital(word: string): string {
  return word.charAt(0).toLocaleUpperCase() + word.slice(1);
}

function keyOf({ mark }: LegendRow): string {
  return typeof mark === "string" ? mark : JSON.stringify(mark);
}

/** The mark as the map draws it: ink, shape, hatching; never colour alone. */
function Swatch({ overlay, row }: { overlay: Overlay; row: LegendRow }) {
  const { mark, name } = row;
  if (mark === "unknown") return <i className="swatch hatched" />;
  if (mark === "none") return <i className="swatch plain" />;
  if ("step" in mark) {
    const isState = overlay.kind === "delivery" || overlay.kind === "outcome";
    return (
      <i className={`swatch tone-${overlay.kind}-${mark.step}`}>
        {isState ? <Shape of={STATUS_SHAPES[mark.step]} /> : null}
      </i>
    );
  }
  return (
    <i className={`swatch named cat-${mark.category + 1}`}>
      <Shape of={mark.category} />
      {name === null ? "" : initials(name)}
    </i>
  );
}

function Shape({ of }: { of: number | undefined }) {
  return (
    <svg viewBox="0 0 10 10" aria-hidden="true">
      <path d={SHAPES[of ?? 0]} />
    </svg>
  );
}

function rowWords(words: Words, { kind, currency }: Overlay, { mark, name, between }: LegendRow): string {
  if (mark === "unknown") {
    const own = kind === "owner" || kind === "money" || kind === "freshness";
    return words.say(own ? `overlay.unknown.${kind}` : "overlay.unknown");
  }
  if (mark === "none")
    return words.say(kind === "money" || kind === "source" ? `overlay.noneOf.${kind}` : "overlay.noneOf");
  if ("category" in mark) return name ?? words.say("overlay.others");
  if (between !== undefined) {
    const [from, to] = between.map((amount) => words.money({ amount, currency: currency ?? "" }));
    return from === to ? (from ?? "") : words.say("overlay.between", { from: from ?? "", to: to ?? "" });
  }
  switch (kind) {
    case "ladder":
      return words.say(`rung.${RUNGS[mark.step] ?? "unlinked"}`);
    case "severity":
      return words.say(`overlay.severity.${SEVERITIES[mark.step] ?? 0}`);
    case "freshness":
      return words.say(`overlay.freshness.${AGES[mark.step] ?? 4}`);
    default:
      return words.say(`status.${STATES[mark.step] ?? "unknown"}`);
  }
}
