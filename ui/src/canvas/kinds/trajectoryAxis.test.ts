// @vitest-environment happy-dom
import { beforeAll, describe, expect, it } from "vitest";
import { initiative } from "../../model/fixture";
import { trajectorySpeech } from "../../shell/chartWords";
import { wordsOf } from "../../words/index";
import { Board } from "../chart/board";
import { WORDS } from "../chart/fixture";
import { paint } from "../chart/paint";
import { LIGHT, noting, withOutlines } from "../record/fixture";
import { TitleBreaker } from "../titles";
import { DAY, dayNumber } from "./calendar";
import { portfolio } from "./fixture";
import { trajectoryChart } from "./trajectory";

const speech = trajectorySpeech(wordsOf("en"));
const TODAY = "2026-11-26";

beforeAll(withOutlines);

/** The words on the strip at this zoom, today in the middle. */
function said(zoom: number) {
  const { ctx, seen } = noting();
  const board = new Board({
    ...{ theme: LIGHT, words: WORDS, events: {}, readOnly: true },
    titles: new TitleBreaker((text) => text.length * 7),
    texts: new TitleBreaker((text) => text.length * 6.5),
    stillness: () => true,
    schedule: () => undefined,
  });
  board.size = { w: 1280, h: 800 };
  const work = initiative("w", "One Ticket", {
    start: { known: "2020-03-02" },
    end: { known: "2032-12-18" },
  });
  const chart = trajectoryChart(portfolio([work]), TODAY, speech);
  board.setChart(chart);
  board.show({ x: 800 - (dayNumber(TODAY) ?? 0) * DAY * zoom, y: chart.top, zoom }, false);
  paint(board, ctx as unknown as CanvasRenderingContext2D);
  return seen.filter(({ what }) => what === "text");
}

describe("the strip of time", () => {
  it("says_what_is_now_where_its_band_has_room_and_before_its_end_where_it_has_none", () => {
    const words = (zoom: number) => said(zoom).filter(({ text }) => text === speech.say("now"));
    for (const zoom of [0.5, 0.1, 0.04, 0.025]) expect(words(zoom), `${zoom}`).toHaveLength(1);
    const next = said(0.04).find(({ text }) => text === speech.say("next"));
    // Written to the left of where its band ends, it does not run into what comes next.
    if (next !== undefined) expect(words(0.04)[0]?.x).toBeLessThanOrEqual(next.x);
  });
});
