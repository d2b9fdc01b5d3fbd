/*
 * Cytoscape.js as a contender: canvas against canvas, at sizes that elements of a page cannot hold. With what its documentation
 * advises for many elements: straight "haystack" edges, which are the cheapest it has, labels only where they would be 12 px high, no
 * arrows, no shadows. Title and meta are one label of wrapped lines; the two bars are background images that it caches.
 */
import "@fontsource-variable/inter/wght.css";
import cytoscape from "cytoscape";
import type { Bar, SceneCard, Status } from "../../src/canvas/scene";
import { CARD, KIND_COLOUR, lightOf, metaOf, STATUS_COLOUR } from "./cards";
import { enter, given, query } from "./contender";

const all = given();
const light = lightOf(all.scene);

const fill = (status: Status) =>
  `data:image/svg+xml,${encodeURIComponent(`<svg xmlns="http://www.w3.org/2000/svg" width="8" height="4"><rect width="8" height="4" fill="${STATUS_COLOUR[status]}"/></svg>`)}`;
const widthOf = ({ fraction }: Bar) => `${Math.max(1, (fraction ?? 0) * (CARD.w - 24))}px`;
const label = (card: SceneCard, title: string) => `${title}\n${metaOf(card)}  ${card.grade}\n\n`;

await enter(all, (host) => {
  const cy = cytoscape({
    container: host,
    elements: [
      ...all.scene.cards.map((card) => ({
        data: {
          id: card.id,
          label: label(card, card.shown),
          colour: KIND_COLOUR[card.kind],
          bars: [fill(card.delivery.status), fill(card.outcome.status)],
          widths: [widthOf(card.delivery), widthOf(card.outcome)],
        },
        position: { x: card.x + CARD.w / 2, y: card.y + CARD.h / 2 },
      })),
      ...all.scene.links.map(({ id, from, to }) => ({ data: { id, source: from, target: to } })),
    ],
    layout: { name: "preset", fit: false },
    minZoom: 0.02,
    maxZoom: 2.5,
    boxSelectionEnabled: false,
    userZoomingEnabled: false,
    style: [
      {
        selector: "node",
        style: {
          shape: "round-rectangle", width: CARD.w, height: CARD.h, "background-color": "#fff",
          "border-width": 2, "border-color": "data(colour)", label: "data(label)", "text-wrap": "wrap",
          "text-max-width": `${CARD.w - 24}px`, "font-family": "Inter Variable", "font-size": 12, "text-valign": "center",
          "min-zoomed-font-size": 6, "background-image": "data(bars)", "background-width": "data(widths)",
          "background-height": ["4px", "4px"], "background-position-x": ["12px", "12px"], "background-position-y": ["70px", "78px"],
        },
      },
      { selector: "edge", style: { "curve-style": "haystack", width: 1.2, "line-color": "#8a8f99" } },
      { selector: ".dim", style: { opacity: 0.2 } },
    ] as unknown as cytoscape.StylesheetJson,
  });
  // It pans by dragging and zooms by the wheel; here the wheel does what it does in the others.
  host.addEventListener("wheel", (event) => {
    event.preventDefault();
    if (!event.ctrlKey) cy.panBy({ x: -event.deltaX, y: -event.deltaY });
    else cy.zoom({ level: cy.zoom() * 2 ** (-event.deltaY * 0.01), renderedPosition: { x: event.offsetX, y: event.offsetY } });
  }, { passive: false });
  let drawn = 0;
  cy.on("render", () => { drawn += 1; });
  cy.on("tap", (event) => {
    cy.batch(() => {
      cy.elements().removeClass("dim");
      if (event.target === cy) return;
      const { cards, links } = light(event.target.id());
      cy.elements().filter((it) => !cards.has(it.id()) && !links.has(it.id())).addClass("dim");
    });
  });
  const setView = ({ x, y, zoom }: { x: number; y: number; zoom: number }) => void cy.viewport({ zoom, pan: { x, y } });
  if (query.has("near")) setView({ x: 40, y: 0, zoom: 0.8 });
  else cy.fit();
  const cards = new Map(all.scene.cards.map((card) => [card.id, card]));
  return {
    setView,
    getView: () => ({ ...cy.pan(), zoom: cy.zoom() }),
    fit: () => void cy.fit(),
    rename(id, title) {
      const card = cards.get(id);
      if (card !== undefined) cy.getElementById(id).data("label", label(card, title));
    },
    whole: () => drawn > 0,
    sign: () => String(drawn),
  };
});
