// @vitest-environment happy-dom
import { afterEach, describe, expect, it, vi } from "vitest";
import { TitleField } from "./titleField";

const PLACE = { left: 0, top: 0, w: 200, h: 40, size: 13, lead: 18 };
const WORDS = { editTitle: "Title", titleHint: "Write a title", titleKept: "The old one was kept" };

afterEach(() => document.body.replaceChildren());

function opened(title: string) {
  const kept = vi.fn();
  const said = vi.fn();
  const it = new TitleField(document.body, WORDS, said, () => undefined);
  it.open(title, PLACE, kept);
  const field = document.querySelector("textarea");
  if (field === null) throw new Error("no field");
  const press = (key: string) => field.dispatchEvent(new KeyboardEvent("keydown", { key, bubbles: true }));
  return { it, field, press, kept, said };
}

describe("the field for a title", () => {
  it("leaves_a_title_that_nobody_touched_as_it_is_though_it_has_a_space_too_many", () => {
    for (const end of ["Escape", "Enter"]) {
      const { it, field, press, kept } = opened("Permit  portal ");
      press(end);
      // The browser tells of the focus only after the field is gone.
      field.dispatchEvent(new FocusEvent("blur"));
      it.open("Another", PLACE, vi.fn());
      it.close(true);
      expect(kept).not.toHaveBeenCalled();
    }
  });

  it("keeps_what_was_typed_on_one_line_and_without_spaces_too_many", () => {
    const { field, press, kept } = opened("Permit  portal");
    field.value = " Permit\nportal ";
    press("Enter");
    expect(kept).toHaveBeenCalledWith("Permit portal");
  });

  it("says_that_an_empty_title_was_not_kept", () => {
    const { it, field, kept, said } = opened("Permit portal");
    field.value = "  ";
    it.close(true);
    expect(said).toHaveBeenCalledWith("The old one was kept");
    expect(kept).not.toHaveBeenCalled();
  });
});
