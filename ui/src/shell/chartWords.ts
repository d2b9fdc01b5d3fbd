/* The words of the canvases that are diagrams, handed to the kinds that make them, which write none of their own. */

import type { ChartWords } from "../canvas/chart/index.ts";
import type {
  CapabilitySpeech,
  DeliverySpeech,
  TrajectorySpeech,
  XMatrixSpeech,
} from "../canvas/kinds/index.ts";
import type { OverviewWords } from "../canvas/overview.ts";
import type { Words } from "../words/index.ts";
import { linkingWords, titleWords } from "./mapWords.ts";

export function chartWords(words: Words): ChartWords {
  return {
    selected: (count, title) => words.say("chart.selected", { count, title }),
    moved: (note) => words.say("chart.moved", { note }),
    ...titleWords(words, words.say("chart.editTitle")),
    ...linkingWords(words),
  };
}

export function overviewWords(words: Words): OverviewWords {
  return {
    zoomIn: words.say("map.zoomIn"),
    zoomOut: words.say("map.zoomOut"),
    fit: words.say("map.fit"),
    overview: words.say("chart.overview"),
    zoom: (percent) => words.percent(percent),
  };
}

function figures({ number, percent, monies, date, month }: Words) {
  return { number: (value: number) => number(value), percent, monies, date, month };
}

export function capabilitySpeech(words: Words): CapabilitySpeech {
  return { ...figures(words), say: (name, params) => words.say(`capabilityMap.${name}`, params) };
}

export function deliverySpeech(words: Words): DeliverySpeech {
  return { ...figures(words), say: (name, params) => words.say(`deliveryOutcome.${name}`, params) };
}

export function trajectorySpeech(words: Words): TrajectorySpeech {
  return { ...figures(words), say: (name, params) => words.say(`trajectory.${name}`, params) };
}

export function xMatrixSpeech(words: Words): XMatrixSpeech {
  return { ...figures(words), say: (name, params) => words.say(`xMatrix.${name}`, params) };
}
