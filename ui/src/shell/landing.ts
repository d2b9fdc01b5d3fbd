/* Where elements that are carried may be dropped: on the canvas in sight, and on the way to it. */
import { type RefCallback, type RefObject, useCallback, useRef } from "react";
import { useDesk } from "../panels/desk.tsx";
import type { MapHandle } from "./mapHandle.ts";

/** Milliseconds over the way to a view after which it opens, as folders do under files. */
const SPRING = 450;

/** For the part of the page that is the canvas: what is dropped on it comes to lie there. */
export function useLanding(map: RefObject<MapHandle | null>): RefCallback<Element> {
  const { carry } = useDesk();
  return useCallback(
    (element) => {
      if (element === null) return;
      return carry.take({
        element,
        over: (ids, at) => map.current?.carry(ids, at) ?? false,
        left: () => map.current?.carry([], { x: 0, y: 0 }),
        drop: (ids, at) => map.current?.drop(ids, at),
      });
    },
    [carry, map],
  );
}

/** For the way to a view: resting on it opens the view, and what is dropped there is `placed`. */
export function useSpring(open: () => void, placed: (ids: readonly string[]) => void): RefCallback<Element> {
  const { carry } = useDesk();
  const latest = useRef({ open, placed });
  latest.current = { open, placed };
  return useCallback(
    (element) => {
      if (element === null) return;
      let timer: ReturnType<typeof setTimeout> | undefined;
      const left = (): void => {
        clearTimeout(timer);
        timer = undefined;
        element.removeAttribute("data-taking");
      };
      const taken = carry.take({
        element,
        over: () => {
          element.setAttribute("data-taking", "");
          timer ??= setTimeout(() => latest.current.open(), SPRING);
          return true;
        },
        left,
        drop: (ids) => latest.current.placed(ids),
      });
      return () => {
        left();
        taken();
      };
    },
    [carry],
  );
}
