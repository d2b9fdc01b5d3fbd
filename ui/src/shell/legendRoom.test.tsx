// @vitest-environment happy-dom
/* What a diagram may draw at the right end of its top strip, where its legend stands. */
import { cleanup } from "@testing-library/react";
import { afterEach, describe, expect, it, vi } from "vitest";
import { AS_WEIGHED } from "../canvas/kinds/index.ts";
import { initiative } from "../model/fixture.ts";
import { bench } from "../panels/fixture.tsx";
import { ChartPlace } from "./ChartPlace.tsx";

const covered = vi.hoisted(() => vi.fn());
vi.mock("./ChartView.tsx", () => ({
  ChartView: (props: { covered: number }) => {
    covered(props.covered);
    return null;
  },
}));

afterEach(cleanup);

async function room(isOpen: boolean): Promise<number> {
  await bench(
    { elements: [initiative("w", "One Ticket", { start: { known: "2026-03-02" } })] },
    <ChartPlace
      map={{ current: null }}
      canvas={{ id: "c", title: "A canvas", kind: "trajectory", frames: [] }}
      passing={null}
      reading={AS_WEIGHED}
      onRead={() => undefined}
      place={{ current: null }}
      frames={{
        canvas: "c",
        isOpen,
        toggle: () => undefined,
        add: () => undefined,
        draft: null,
        keep: () => undefined,
        go: () => undefined,
        seen: () => null,
      }}
      isOutlined={false}
      onOutline={() => undefined}
      isFinding={false}
      onFinding={() => undefined}
      onFound={() => undefined}
      onImport={() => undefined}
      onRemove={() => undefined}
      onAnnounce={() => undefined}
    />,
  );
  return covered.mock.lastCall?.[0];
}

describe("the legend of a diagram", () => {
  it("has_the_whole_strip_unless_the_list_of_frames_lies_over_it", async () => {
    expect(await room(false)).toBe(0);
    cleanup();
    expect(await room(true)).toBeGreaterThan(200);
  });
});
