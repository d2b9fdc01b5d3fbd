/* The words of the map, handed to the engine and to the projection, which write none of their own. */
import type { CanvasKind } from "../api/index.ts";
import type {
  CanvasWords,
  CardKind,
  Level,
  LinkWords,
  SceneCard,
  SceneWords,
  Status,
  TitleWords,
  Weight,
} from "../canvas/index.ts";
import type { Words } from "../words/index.ts";

const LEVELS = { 1: "why", 2: "direction", 3: "value", 4: "ability", 5: "work", 6: "ground" } as const;
const STRENGTHS = { 1: "marginal", 2: "weak", 3: "moderate", 4: "strong", 5: "decisive" } as const;
const CONFIDENCES = { 1: "guess", 2: "doubtful", 3: "plausible", 4: "likely", 5: "certain" } as const;

/** What is said of a title that is edited in place; `name` is what its field is called. */
export function titleWords(words: Words, name: string): TitleWords {
  return { editTitle: name, titleHint: words.say("map.titleHint"), titleKept: words.say("map.titleKept") };
}

/** What is said of a link that is being drawn. */
export function linkingWords(words: Words): LinkWords {
  return {
    flipped: words.say("map.flipped"),
    offered: (refusal, kind, count) =>
      words.say("map.offered", { refusal, link: words.say(`map.offer.${kind}`), more: count - 1 }),
    linkKinds: words.say("map.linkKinds"),
    linkOffer: (kind, from, to) =>
      words.say("map.linkOffer", { from, link: words.say(`map.offer.${kind}`), to }),
    linkFrom: (title) => words.say("map.linkFrom", { title }),
    linkHow: words.say("map.linkHow"),
    linkTyped: (typed) => words.say("map.linkTyped", { typed }),
    linkTake: words.say("map.linkTake"),
    linkLeft: words.say("map.linkLeft"),
    linkLacks: (why) => ({
      text: words.say(`map.linkLacks.${why}`),
      hint: words.say(`map.linkLacksHint.${why}`),
    }),
    refusal: (reason) => words.say(`map.refusal.${reason}`),
    gone: words.say("paper.gone"),
  };
}

/** `kind` is what the canvas is called by its kind; a picture of it has no need of one. */
export function canvasWords(words: Words, kind: CanvasKind = "strategy_map"): CanvasWords {
  const bar = ({ fraction, status }: { fraction: number | null; status: Status }) =>
    fraction === null
      ? words.say("bars.unknown")
      : `${words.percent(Math.round(fraction * 100))}, ${words.say(`status.${status}`)}`;
  return {
    label: words.say("spoken.map", { kind: words.say(`canvas.kind.${kind}`) }),
    zoomIn: words.say("map.zoomIn"),
    zoomOut: words.say("map.zoomOut"),
    fit: words.say("map.fit"),
    overview: words.say("map.overview"),
    ...titleWords(words, words.say("map.editTitle")),
    ...linkingWords(words),
    mechanism: words.say("map.mechanism"),
    mechanismHint: words.say("map.mechanismHint"),
    arrange: words.say("map.arrange"),
    duplicate: words.say("map.duplicate"),
    lock: words.say("map.lockThese"),
    unlock: words.say("map.unlockThese"),
    locked: (count) => words.say("paper.locked", { count }),
    note: (text, about, by, locked) =>
      words.say("paper.note", {
        comment: about === null ? "none" : "yes",
        about: about ?? "",
        text,
        by: by === "" ? "none" : by,
        locked: locked ? "yes" : "no",
      }),
    noteText: words.say("paper.noteText"),
    noteHint: words.say("paper.noteHint"),
    paper: (paper) => words.say(`paper.${paper}`),
    becomes: words.say("paper.becomes"),
    becomesKind: (kind) => words.say("paper.becomesKind", { kind }),
    goneKept: words.say("paper.goneKept"),
    mirror: words.say("paper.mirrored"),
    arrangement: (how) => words.say(`map.${how}`),
    number: (value) => words.number(value),
    group: (kind, name, more) =>
      name === null
        ? words.say("map.group.none", { kind: kind ?? "several" })
        : words.say("map.group", { name, more }),
    groupCount: (kind, count, passing) => {
      const said =
        kind === null ? words.say("map.groupElements", { count }) : words.say(`kinds.${kind}`, { count });
      return passing === count ? said : words.say("map.groupPart", { passing, rest: said });
    },
    zoom: (percent) => words.percent(Math.round(percent)),
    card: (card: SceneCard, up, down, passing) =>
      words.say("map.card", {
        kind: words.say(`kind.${card.kind}`),
        title: card.title,
        delivery: bar(card.delivery),
        outcome: bar(card.outcome),
        up,
        down,
        findings: card.badge?.count ?? 0,
        locked: card.locked ? "yes" : "no",
        passing: passing ? "yes" : "no",
        shared: String(card.badge?.shared === true),
      }),
    ghost: ({ question, action }) => words.say("map.ghost", { question, action }).trimEnd(),
    selected: (count, title) => words.say("map.selected", { count, title }),
    moved: (count) => words.say("map.moved", { count }),
  };
}

/** In a portfolio that is only read a missing step asks its question and offers nothing. */
export function sceneWords(words: Words, isReadOnly: boolean): SceneWords {
  return {
    lane: (level: Level) => words.say(`level.${LEVELS[level]}`),
    perspective: (band, lacks) => ({
      title: words.say(`scorecard.${band}`),
      said: words.say(lacks ? `scorecard.${band}.lacks` : `scorecard.${band}.said`),
    }),
    column: (kind) =>
      kind === "priority" || kind === "team"
        ? { title: words.say(`kind.${kind}`), said: words.say(`kind.${kind}`) }
        : { title: words.say(`benefits.${kind}`), said: words.say(`benefits.${kind}.said`) },
    noOwner: words.say("common.noOwner"),
    untitled: words.say("common.untitled"),
    strength: (weight: Weight) => words.say(`strength.${STRENGTHS[weight]}`),
    confidence: (weight: Weight) => words.say(`confidence.${CONFIDENCES[weight]}`),
    leap: (missing) => words.say("map.leap", { count: missing }),
    weight: (points) => words.number(points),
    money: (amount, currency) => words.money({ amount, currency }),
    question: (kind: CardKind, _title, side) => words.say(`map.question.${side}`, { kind }),
    action: (kind: CardKind) => (isReadOnly ? "" : words.say("map.addAction", { kind })),
  };
}
