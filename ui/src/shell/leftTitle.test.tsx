// @vitest-environment happy-dom
/* A title that is being typed when its canvas goes is kept, as when its field is left in any other way. */
import { act, cleanup, fireEvent, screen, waitFor } from "@testing-library/react";
import { afterEach, beforeEach, expect, it, vi } from "vitest";
import { furnish, opened, press, seek } from "./reach/fixture.tsx";

beforeEach(() => furnish());
afterEach(() => {
  cleanup();
  vi.restoreAllMocks();
  vi.unstubAllGlobals();
});

it.each([
  ["strategy_map", "Booking app", "i"],
  ["trajectory", "Booking app", "i"],
] as const)("on a %s, also where another view is shown without leaving the field", async (kind, name, id) => {
  const { portfolio, surface } = await opened(kind);
  act(() => surface.focus());
  await seek(name);
  act(() => surface.focus());
  await press("F2");
  const field = await waitFor(() => {
    const found = document.querySelector<HTMLTextAreaElement>(".tl-canvas-title");
    if (found === null) throw new Error("The title is not open.");
    return found;
  });
  field.value = "Booking by telephone";
  fireEvent.click(screen.getByTestId("nav-table"));
  await waitFor(() => expect(portfolio().elements.get(id)?.title).toBe("Booking by telephone"));
  expect(field.isConnected).toBe(false);
});
