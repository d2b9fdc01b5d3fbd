/*
 * The pointer of light by mouse, touch and pen: switched on by a key it follows whatever points; otherwise it shines while
 * the mouse, a finger or a pen is held. A mouse that was only clicked goes on instead.
 */
import { type RefObject, useEffect, useMemo, useRef, useState } from "react";
import { Laser } from "../../canvas/show/index.ts";

/** A press that is shorter and stays in its place is a click. */
const HOLD = 220;
const SLACK = 6;

export interface LaserSwitch {
  readonly isOn: boolean;
  toggle(): void;
}

export function useLaser(
  root: RefObject<HTMLElement | null>,
  canvas: RefObject<HTMLCanvasElement | null>,
  isStill: () => boolean,
  onClick: () => void,
): LaserSwitch {
  const [isOn, setOn] = useState(false);
  const [isHeld, setHeld] = useState(false);
  const on = useRef(isOn);
  on.current = isOn;
  const click = useRef(onClick);
  click.current = onClick;

  useEffect(() => {
    const [host, sheet] = [root.current, canvas.current];
    if (host === null || sheet === null) return;
    const resize = () => {
      const dpr = window.devicePixelRatio || 1;
      sheet.width = Math.max(1, Math.round(host.clientWidth * dpr));
      sheet.height = Math.max(1, Math.round(host.clientHeight * dpr));
    };
    resize();
    const observer = new ResizeObserver(resize);
    observer.observe(host);
    const colour = getComputedStyle(host).getPropertyValue("--thread").trim() || "Highlight";
    const laser = new Laser(sheet, { colour, still: isStill() });
    let from: { x: number; y: number; timer: number } | null = null;
    let shining = false;
    const shine = (e: { clientX: number; clientY: number }) => {
      const r = host.getBoundingClientRect();
      laser.move(e.clientX - r.left, e.clientY - r.top);
      if (!shining) setHeld(true);
      shining = true;
    };
    const off = () => {
      clearTimeout(from?.timer);
      from = null;
      shining = false;
      setHeld(false);
      if (!on.current) laser.out();
    };
    const stop = new AbortController();
    const at = { signal: stop.signal };
    host.addEventListener(
      "pointerdown",
      (e) => {
        if (e.button !== 0 || (e.target instanceof Element && e.target.closest("button") !== null)) return;
        from = { x: e.clientX, y: e.clientY, timer: window.setTimeout(() => shine(e), HOLD) };
        host.setPointerCapture?.(e.pointerId);
      },
      at,
    );
    host.addEventListener(
      "pointermove",
      (e) => {
        if (from !== null && !shining && Math.hypot(e.clientX - from.x, e.clientY - from.y) > SLACK) shine(e);
        else if (shining || on.current) {
          const r = host.getBoundingClientRect();
          laser.move(e.clientX - r.left, e.clientY - r.top);
        }
      },
      at,
    );
    host.addEventListener(
      "pointerup",
      (e) => {
        const clicked = from !== null && !shining && e.pointerType === "mouse";
        off();
        if (clicked && !on.current) click.current();
      },
      at,
    );
    host.addEventListener("pointercancel", off, at);
    host.addEventListener("contextmenu", (e) => e.preventDefault(), at);
    const switched = () => {
      if (!on.current) laser.out();
    };
    host.addEventListener("lasered", switched, at);
    return () => {
      stop.abort();
      clearTimeout(from?.timer);
      observer.disconnect();
      laser.destroy();
    };
  }, [root, canvas, isStill]);

  // biome-ignore lint/correctness/useExhaustiveDependencies: told after the switch was thrown.
  useEffect(() => {
    root.current?.dispatchEvent(new Event("lasered"));
  }, [isOn, root]);

  return useMemo(() => ({ isOn: isOn || isHeld, toggle: () => setOn((now) => !now) }), [isOn, isHeld]);
}
