/*
 * A portfolio of any size as records, and what happens between a click on a card and the picture of its throughline:
 * the line found in both directions at any depth, missing steps asked, the scene turned into numbers, ways led.
 */
import { Projector } from "../src/canvas/project";
import type { MapRecords } from "../src/canvas/records";
import { Space } from "../src/canvas/space";
import { Ways } from "../src/canvas/ways";
import { contribution, element } from "./demo";
import { generate } from "./generate";
import { mapWords } from "./words";

export function lighting(count: number) {
  const words = mapWords("en");
  const { cards, links } = generate(count, words);
  const records: MapRecords = {
    elements: cards.map((card) => element(card.id, card.kind, card.title, "K. Lund")),
    links: links.map((link) =>
      contribution(link.from, link.to, 4, 4, { id: link.id, state: link.proposed ? "proposed" : "accepted" }),
    ),
    placements: [],
    readings: [],
    statuses: [],
    findings: [],
  };
  const projector = new Projector(words);
  const space = new Space(projector.project(records, new Set()));
  const find = (ids: readonly string[]) => projector.project(records, new Set(ids));
  return {
    cards: cards.map((card) => ({ id: card.id, kind: card.kind })),
    /** The scene of a selection. */
    find,
    /** From the ids selected to what the next picture is drawn from; how many cards were lit. */
    light(ids: readonly string[]): number {
      const scene = find(ids);
      space.update(scene);
      new Ways(space, new Set(ids)).lead(5);
      return scene.focus?.cards.size ?? 0;
    },
  };
}
